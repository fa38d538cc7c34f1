//! `#[derive(Inputs)]`: the table of inputs, made from the declaration of the scenario's types.
//!
//! A scenario type is a struct generic over its number type `L`. The shape of each field says what it is:
//!
//! | declared as | is |
//! |---|---|
//! | `L` | a number, with a default or required |
//! | `Option<L>` | a number that may be absent, which means something of its own |
//! | `Vec<L>` | numbers of one kind |
//! | `Group<L>`, `Vec<Group<L>>` | a nested group, a list of groups |
//! | `String`, `bool`, `Month` | text, a flag (off unless given), a calendar month |
//! | any other type | a choice among names |
//!
//! The doc comment is the field's help; `#[input(…)]` holds the rest: `label`, `unit`, `min`, `max`, `default`, `source`,
//! `grade`, `whole` (only whole numbers, and no range unless `ranged`), `fixed` (may not be a range), `span` (the low and high that a source
//! gives, offered as a range) with `span_source` and `span_grade` where they are not the default's, `most` (longest text or list), `least`
//! (shortest list), `when` (`"sibling=name|name"`: the field counts only then), `now` (its help is wanted before the report is there).

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{
    Attribute, Data, DeriveInput, Error, Expr, Field, Fields, GenericArgument, Ident, Lit, LitStr,
    PathArguments, Result, Type, parse_macro_input,
};

/// Implements `Group` (the static table of fields) and `Build` (the typed value from a checked document, and a visit to its numbers).
#[proc_macro_derive(Inputs, attributes(input))]
pub fn inputs(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    expand(&item).unwrap_or_else(Error::into_compile_error).into()
}

fn expand(item: &DeriveInput) -> Result<Tokens> {
    let Data::Struct(data) = &item.data else {
        return Err(Error::new_spanned(item, "Inputs is for structs"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new_spanned(item, "Inputs needs named fields"));
    };
    let name = &item.ident;
    let (mut rows, mut notes, mut inner) = (Vec::new(), Vec::new(), Vec::new());
    let mut builds = Vec::new();
    let mut visits = Vec::new();
    for (index, field) in fields.named.iter().enumerate() {
        let (row, note, build, visit) = one(field, index, name)?;
        rows.push(row);
        notes.push(note);
        builds.push(build);
        visits.push(visit);
        if let Shape::Group(group) | Shape::List(group) = shape(&field.ty)? {
            inner.push(group);
        }
    }
    Ok(quote! {
        impl<L> crate::scenario::Group for #name<L> {
            const FIELDS: &'static [crate::scenario::Field] = &[#(#rows),*];
            fn notes(found: &mut ::std::vec::Vec<crate::scenario::Note>) {
                found.extend([#(#notes),*]);
                #(<#inner<()> as crate::scenario::Group>::notes(found);)*
            }
        }
        impl<L> crate::scenario::Build<L> for #name<L> {
            fn build(from: &mut crate::scenario::Reader<'_, L>) -> Self {
                Self { #(#builds),* }
            }
            fn leaves(&mut self, visit: &mut dyn FnMut(&mut L)) {
                #(#visits)*
            }
        }
    })
}

/// What `#[input(…)]` and the doc comment say.
#[derive(Default)]
struct Said {
    help: String,
    label: Option<LitStr>,
    unit: Option<Ident>,
    min: Option<Expr>,
    max: Option<Expr>,
    default: Option<Expr>,
    source: Option<LitStr>,
    grade: Option<Ident>,
    span: Option<Expr>,
    span_source: Option<LitStr>,
    span_grade: Option<Ident>,
    when: Option<LitStr>,
    most: Option<Expr>,
    least: Option<Expr>,
    whole: bool,
    ranged: bool,
    fixed: bool,
    now: bool,
}

fn said(attributes: &[Attribute]) -> Result<Said> {
    let mut said = Said::default();
    for attribute in attributes {
        if attribute.path().is_ident("doc") {
            if let syn::Meta::NameValue(pair) = &attribute.meta
                && let Expr::Lit(literal) = &pair.value
                && let Lit::Str(text) = &literal.lit
            {
                if !said.help.is_empty() {
                    said.help.push(' ');
                }
                said.help.push_str(text.value().trim());
            }
        } else if attribute.path().is_ident("input") {
            attribute.parse_nested_meta(|meta| {
                let name = meta.path.get_ident().map(Ident::to_string).unwrap_or_default();
                match name.as_str() {
                    "whole" => said.whole = true,
                    "fixed" => said.fixed = true,
                    "ranged" => said.ranged = true,
                    "now" => said.now = true,
                    "label" => said.label = Some(meta.value()?.parse()?),
                    "source" => said.source = Some(meta.value()?.parse()?),
                    "when" => said.when = Some(meta.value()?.parse()?),
                    "unit" => said.unit = Some(meta.value()?.parse()?),
                    "grade" => said.grade = Some(meta.value()?.parse()?),
                    "span" => said.span = Some(meta.value()?.parse()?),
                    "span_source" => said.span_source = Some(meta.value()?.parse()?),
                    "span_grade" => said.span_grade = Some(meta.value()?.parse()?),
                    "min" => said.min = Some(meta.value()?.parse()?),
                    "max" => said.max = Some(meta.value()?.parse()?),
                    "default" => said.default = Some(meta.value()?.parse()?),
                    "most" => said.most = Some(meta.value()?.parse()?),
                    "least" => said.least = Some(meta.value()?.parse()?),
                    _ => return Err(meta.error("unknown key")),
                }
                Ok(())
            })?;
        }
    }
    Ok(said)
}

fn one(field: &Field, index: usize, of: &Ident) -> Result<(Tokens, Tokens, Tokens, Tokens)> {
    let ident = field.ident.as_ref().ok_or_else(|| Error::new_spanned(field, "unnamed"))?;
    let said = said(&field.attrs)?;
    let missing = |what: &str| Error::new_spanned(ident, format!("#[input({what} = …)] is missing"));
    let label = said.label.clone().ok_or_else(|| missing("label"))?;
    if said.help.is_empty() {
        return Err(Error::new_spanned(ident, "the doc comment (the field's help) is missing"));
    }
    let name = ident.to_string();
    let help = &said.help;
    let when = said.when.as_ref().map_or_else(|| quote!(""), |w| quote!(#w));
    let most = said.most.as_ref();
    let least = said.least.as_ref().map_or_else(|| quote!(0), |e| quote!(#e));
    let visit = match shape(&field.ty)? {
        Shape::Number { optional: false, many: false } => quote!(visit(&mut self.#ident);),
        Shape::Number { .. } => quote!(self.#ident.iter_mut().for_each(&mut *visit);),
        Shape::Group(_) => quote!(self.#ident.leaves(visit);),
        Shape::List(_) => quote!(self.#ident.iter_mut().for_each(|entry| entry.leaves(visit));),
        Shape::Text | Shape::Flag | Shape::Month | Shape::Choice(_) => quote!(),
    };
    let (kind, call) = match shape(&field.ty)? {
        Shape::Number { optional, many } => {
            let unit = said.unit.as_ref().ok_or_else(|| missing("unit"))?;
            let min = said.min.as_ref().ok_or_else(|| missing("min"))?;
            let max = said.max.as_ref().ok_or_else(|| missing("max"))?;
            let (whole, range) = (said.whole, said.ranged || !said.whole && !said.fixed);
            let default = match &said.default {
                Some(value) => quote!(::core::option::Option::Some((#value) as f64)),
                None => quote!(::core::option::Option::None),
            };
            let grade = match (&said.grade, &said.default) {
                (Some(grade), _) => quote!(crate::scenario::Grade::#grade),
                (None, None) => quote!(crate::scenario::Grade::User),
                (None, Some(_)) => return Err(missing("grade")),
            };
            let span = span(&said, ident, range)?;
            let row = quote!(&crate::scenario::Row {
                unit: crate::scenario::Unit::#unit,
                min: (#min) as f64, max: (#max) as f64,
                default: #default, optional: #optional,
                range: #range, whole: #whole,
                grade: #grade, span: #span,
            });
            if many {
                let most = most.ok_or_else(|| missing("most"))?;
                (quote!(Numbers { row: #row, most: #most }), quote!(numbers))
            } else if optional {
                (quote!(Number(#row)), quote!(optional_number))
            } else {
                (quote!(Number(#row)), quote!(number))
            }
        }
        Shape::Group(group) => (quote!(Group(<#group<()> as crate::scenario::Group>::FIELDS)), quote!(group)),
        Shape::List(group) => {
            let most = most.ok_or_else(|| missing("most"))?;
            (
                quote!(List { fields: <#group<()> as crate::scenario::Group>::FIELDS, least: #least, most: #most }),
                quote!(list),
            )
        }
        Shape::Text => {
            let most = most.ok_or_else(|| missing("most"))?;
            (quote!(Text { most: #most }), quote!(text))
        }
        Shape::Flag => (quote!(Flag), quote!(flag)),
        Shape::Month => (quote!(Month), quote!(month)),
        Shape::Choice(choice) => {
            (quote!(Choice(<#choice as crate::scenario::Choice>::NAMES)), quote!(choice))
        }
    };
    let (of, now) = (of.to_string(), if said.now { help.as_str() } else { "" });
    let row = quote!(crate::scenario::Field {
        of: #of, name: #name, label: #label, help: #now, when: #when, kind: crate::scenario::Kind::#kind,
    });
    let source = said.source.as_ref().map_or_else(|| quote!(""), |s| quote!(#s));
    let span_source = said.span_source.as_ref().map_or_else(|| quote!(#source), |s| quote!(#s));
    let span_source = if said.span.is_some() { span_source } else { quote!("") };
    let note = quote!(crate::scenario::Note { of: #of, name: #name, help: #help, source: #source, span: #span_source });
    let build = quote!(#ident: from.#call(&<Self as crate::scenario::Group>::FIELDS[#index]));
    Ok((row, note, build, visit))
}

/// The span that a source gives for a number: its grade is the default's unless stated.
fn span(said: &Said, ident: &Ident, range: bool) -> Result<Tokens> {
    let Some(span) = &said.span else {
        return Ok(quote!(::core::option::Option::None));
    };
    let missing =
        |what: &str| Error::new_spanned(ident, format!("#[input({what} = …)] is missing for its span"));
    if !range {
        return Err(Error::new_spanned(ident, "a span, where no range may stand"));
    }
    said.span_source.as_ref().or(said.source.as_ref()).ok_or_else(|| missing("span_source"))?;
    let grade = said.span_grade.as_ref().or(said.grade.as_ref()).ok_or_else(|| missing("span_grade"))?;
    Ok(quote!(::core::option::Option::Some(&crate::scenario::Span {
        low: (#span).0 as f64, high: (#span).1 as f64, grade: crate::scenario::Grade::#grade,
    })))
}

enum Shape {
    Number { optional: bool, many: bool },
    Group(Ident),
    List(Ident),
    Text,
    Flag,
    Month,
    Choice(Ident),
}

fn shape(ty: &Type) -> Result<Shape> {
    let unknown = || Error::new_spanned(ty, "a type that an input cannot have");
    let Type::Path(path) = ty else {
        return Err(unknown());
    };
    let last = path.path.segments.last().ok_or_else(unknown)?;
    let inner = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.first(),
        _ => None,
    };
    let name = last.ident.to_string();
    let Some(GenericArgument::Type(inner)) = inner else {
        return Ok(match name.as_str() {
            "L" => Shape::Number { optional: false, many: false },
            "String" => Shape::Text,
            "bool" => Shape::Flag,
            "Month" => Shape::Month,
            _ => Shape::Choice(last.ident.clone()),
        });
    };
    let number = matches!(inner, Type::Path(p) if p.path.is_ident("L"));
    match (name.as_str(), number) {
        ("Option", true) => Ok(Shape::Number { optional: true, many: false }),
        ("Vec", true) => Ok(Shape::Number { optional: false, many: true }),
        ("Vec", false) => match inner {
            Type::Path(p) => Ok(Shape::List(p.path.segments.last().ok_or_else(unknown)?.ident.clone())),
            _ => Err(unknown()),
        },
        (_, true) => Ok(Shape::Group(last.ident.clone())),
        _ => Err(unknown()),
    }
}

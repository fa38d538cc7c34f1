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
//! (shortest list), `when` (`"sibling=name|name"`: the field counts only then), `called` (its label is wanted
//! before the report is there), `now` (so is its help).

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{
    Attribute, Data, DeriveInput, Error, Expr, Field, Fields, GenericArgument, Ident, Lit, LitStr,
    PathArguments, Result, Type, parse_macro_input,
};

/// Implements `Group` (the table of fields) and `Build` (the typed value from a checked document, and a visit to its numbers).
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
    let mut table = Table::default();
    let (mut notes, mut inner, mut builds, mut visits) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for field in &fields.named {
        let (note, build, visit) = one(field, name, &mut table)?;
        notes.push(note);
        builds.push(build);
        visits.push(visit);
        if let Shape::Group(group) | Shape::List(group) = shape(&field.ty)? {
            inner.push(group);
        }
    }
    let Table { texts, codes, numbers, groups, choices } = table;
    let (of, texts) = (name.to_string(), texts.join("\n"));
    Ok(quote! {
        impl<L> crate::scenario::Group for #name<L> {
            fn fields() -> &'static [crate::scenario::Field] {
                static TABLE: crate::scenario::Table = crate::scenario::Table {
                    of: #of,
                    texts: #texts,
                    codes: &[#(#codes),*],
                    numbers: &[#((#numbers) as f64),*],
                    groups: &[#(#groups),*],
                    choices: &[#(#choices),*],
                    fields: ::std::sync::OnceLock::new(),
                };
                TABLE.fields()
            }
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

/// A type's rows of the table as the program holds them: texts in one, numbers in a row, as pointers and lengths would weigh more than
/// what they point to.
#[derive(Default)]
struct Table {
    /// Name, label, condition and help of each field.
    texts: Vec<String>,
    /// What each field is.
    codes: Vec<Tokens>,
    /// Bounds, defaults, spans and lengths, in the order in which the codes ask for them.
    numbers: Vec<Tokens>,
    /// The fields of nested groups.
    groups: Vec<Tokens>,
    /// The names of choices.
    choices: Vec<Tokens>,
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
    called: bool,
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
                    "called" => said.called = true,
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

fn one(field: &Field, of: &Ident, table: &mut Table) -> Result<(Tokens, Tokens, Tokens)> {
    let ident = field.ident.as_ref().ok_or_else(|| Error::new_spanned(field, "unnamed"))?;
    let said = said(&field.attrs)?;
    let missing = |what: &str| Error::new_spanned(ident, format!("#[input({what} = …)] is missing"));
    let label = said.label.as_ref().ok_or_else(|| missing("label"))?.value();
    if said.help.is_empty() {
        return Err(Error::new_spanned(ident, "the doc comment (the field's help) is missing"));
    }
    let name = ident.to_string();
    let help = &said.help;
    let when = said.when.as_ref().map_or_else(String::new, LitStr::value);
    let most = || said.most.as_ref().map(|most| quote!(#most)).ok_or_else(|| missing("most"));
    let visit = match shape(&field.ty)? {
        Shape::Number { optional: false, many: false } => quote!(visit(&mut self.#ident);),
        Shape::Number { .. } => quote!(self.#ident.iter_mut().for_each(&mut *visit);),
        Shape::Group(_) => quote!(self.#ident.leaves(visit);),
        Shape::List(_) => quote!(self.#ident.iter_mut().for_each(|entry| entry.leaves(visit));),
        Shape::Text | Shape::Flag | Shape::Month | Shape::Choice(_) => quote!(),
    };
    let plain = |shape: Tokens| quote!(crate::scenario::Code::of(crate::scenario::Shape::#shape));
    let (code, call) = match shape(&field.ty)? {
        Shape::Number { optional, many } => {
            let unit = said.unit.as_ref().ok_or_else(|| missing("unit"))?;
            let min = said.min.as_ref().ok_or_else(|| missing("min"))?;
            let max = said.max.as_ref().ok_or_else(|| missing("max"))?;
            table.numbers.extend([quote!(#min), quote!(#max)]);
            table.numbers.extend(said.default.as_ref().map(|default| quote!(#default)));
            let (default, whole, range) =
                (said.default.is_some(), said.whole, said.ranged || !said.whole && !said.fixed);
            let grade = match &said.grade {
                Some(grade) => quote!(#grade),
                None if !default => quote!(User),
                None => return Err(missing("grade")),
            };
            let span = span(&said, ident, range, table)?;
            let (shape, call) = match (many, optional) {
                (true, _) => (quote!(Numbers), quote!(numbers)),
                (false, true) => (quote!(Number), quote!(optional_number)),
                (false, false) => (quote!(Number), quote!(number)),
            };
            if many {
                table.numbers.push(most()?);
            }
            let code = quote!(crate::scenario::Code {
                shape: crate::scenario::Shape::#shape,
                unit: crate::scenario::Unit::#unit,
                grade: crate::scenario::Grade::#grade,
                span: #span,
                default: #default, optional: #optional, range: #range, whole: #whole,
            });
            (code, call)
        }
        Shape::Group(group) => {
            table.groups.push(quote!(<#group<()> as crate::scenario::Group>::fields));
            (plain(quote!(Group)), quote!(group))
        }
        Shape::List(group) => {
            table.groups.push(quote!(<#group<()> as crate::scenario::Group>::fields));
            table.numbers.push(said.least.as_ref().map_or_else(|| quote!(0), |least| quote!(#least)));
            table.numbers.push(most()?);
            (plain(quote!(List)), quote!(list))
        }
        Shape::Text => {
            table.numbers.push(most()?);
            (plain(quote!(Text)), quote!(text))
        }
        Shape::Flag => (plain(quote!(Flag)), quote!(flag)),
        Shape::Month => (plain(quote!(Month)), quote!(month)),
        Shape::Choice(choice) => {
            table.choices.push(quote!(<#choice as crate::scenario::Choice>::NAMES));
            (plain(quote!(Choice)), quote!(choice))
        }
    };
    table.codes.push(code);
    let now = if said.now { help.as_str() } else { "" };
    let called = if said.now || said.called { label.as_str() } else { "" };
    table.texts.push(format!("{name}\t{called}\t{when}\t{now}"));
    let source = said.source.as_ref().map_or_else(|| quote!(""), |s| quote!(#s));
    let span_source = said.span_source.as_ref().map_or_else(|| quote!(#source), |s| quote!(#s));
    let span_source = if said.span.is_some() { span_source } else { quote!("") };
    let of = of.to_string();
    let note = quote!(crate::scenario::Note { of: #of, name: #name, label: #label, help: #help, source: #source, span: #span_source });
    Ok((note, quote!(#ident: from.#call()), visit))
}

/// The grade of the span that a source gives for a number: the default's unless stated. Its ends go into the table.
fn span(said: &Said, ident: &Ident, range: bool, table: &mut Table) -> Result<Tokens> {
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
    table.numbers.extend([quote!((#span).0), quote!((#span).1)]);
    Ok(quote!(::core::option::Option::Some(crate::scenario::Grade::#grade)))
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

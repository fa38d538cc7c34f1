//! Where a line of a quote goes: the inputs of an offer and of its vendor, found by what people call them.

use crate::scenario::{Field, Group, Kind, Offer, Vendor};

/// An input that a line of a quote can go to.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its path below the offer, or below the vendor.
    pub path: String,
    /// It belongs to the vendor, not to the offer.
    pub of_vendor: bool,
    /// The field that declares it.
    pub field: &'static Field,
    /// The field of the group that it stands in.
    pub group: Option<&'static Field>,
}

/// The path of the vendor's name, which heads its column.
pub const NAME: &str = "name";

/// Every input that a quote can give: numbers, choices, texts; not keys, marks or lists.
#[must_use]
pub fn targets() -> Vec<Target> {
    let mut found = Vec::new();
    gather(<Offer<()> as Group>::fields(), None, "", false, &mut found);
    gather(<Vendor<()> as Group>::fields(), None, "", true, &mut found);
    found.retain(|target| !matches!(target.path.as_str(), "vendor" | "id"));
    found
}

fn gather(
    fields: &'static [Field],
    group: Option<&'static Field>,
    path: &str,
    of_vendor: bool,
    found: &mut Vec<Target>,
) {
    for field in fields {
        let at = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
        match &field.kind {
            // How good a vendor is, and what it commits to, is judged, not quoted line by line.
            Kind::Group(_) if of_vendor => {}
            Kind::Group(inner) => gather(inner, Some(field), &at, of_vendor, found),
            Kind::Number(_) | Kind::Choice(_) | Kind::Text { .. } => {
                found.push(Target { path: at, of_vendor, field, group });
            }
            _ => {}
        }
    }
}

/// Small letters and digits, in words with one blank between.
#[must_use]
pub fn plain(text: &str) -> String {
    let text: String =
        text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The target of a line's name. `called` are other names with the paths they stand for, those of the vendor after `vendor.`.
#[must_use]
pub fn find(name: &str, targets: &[Target], called: &[(&str, &str)]) -> Option<usize> {
    // What stands in brackets is a unit or a remark.
    let bare = name.split(['(', '[']).next().unwrap_or_default();
    [name, bare].iter().find_map(|name| exact(&plain(name), targets, called)).or_else(|| {
        let words = plain(bare);
        let names = called.iter().copied().filter(|(name, _)| name.len() > 3);
        let inside = names.filter(|(name, _)| format!(" {words} ").contains(&format!(" {} ", plain(name))));
        // The longest name says most.
        let best = inside.reduce(|a, b| if b.0.len() > a.0.len() { b } else { a })?;
        at(best.1, targets)
    })
}

fn at(path: &str, targets: &[Target]) -> Option<usize> {
    let (of_vendor, path) = path.strip_prefix("vendor.").map_or((false, path), |path| (true, path));
    targets.iter().position(|target| target.of_vendor == of_vendor && target.path == path)
}

fn exact(words: &str, targets: &[Target], called: &[(&str, &str)]) -> Option<usize> {
    if words.is_empty() {
        return None;
    }
    let by_path = targets.iter().position(|target| plain(&target.path) == words);
    let by_group = || {
        targets.iter().position(|target| {
            target.group.is_some_and(|group| {
                plain(&format!("{} {}", group.note().label, target.field.note().label)) == words
            })
        })
    };
    let by_label = || {
        let mut same =
            targets.iter().enumerate().filter(|(_, target)| plain(target.field.note().label) == words);
        // A label that two inputs have says nothing by itself.
        same.next().filter(|_| same.next().is_none()).map(|(index, _)| index)
    };
    let by_name =
        || called.iter().find(|(name, _)| plain(name) == words).and_then(|(_, path)| at(path, targets));
    by_path.or_else(by_group).or_else(by_name).or_else(by_label)
}

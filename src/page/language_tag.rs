//! Which names of languages `Intl` takes.

/// Whether a browser's name for a language has the form of a BCP 47 tag: a language of two to eight letters, then parts of one to
/// eight letters or digits. `Intl` throws at any other, and a browser without a locale calls its language `C`.
#[must_use]
pub fn is_well_formed(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let letters = language.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters
        && (2..=8).contains(&language.len())
        && language.len() != 4
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::is_well_formed;

    #[test]
    fn names_of_no_language_are_left_out() {
        for tag in ["en", "de-DE", "zh-Hant-TW", "es-419", "sr-Latn"] {
            assert!(is_well_formed(tag), "{tag}");
        }
        for tag in ["C", "", "en_US", "en-", "C.UTF-8", "1a", "Latn"] {
            assert!(!is_well_formed(tag), "{tag}");
        }
    }
}

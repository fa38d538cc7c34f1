//! The style sheets: every option that a scenario can have is given a hue, in light and dark.

const TOKENS: &str = concat!(include_str!("../styles/tokens.css"), include_str!("../styles/hues.css"));

/// As many vendors as a scenario can have.
const VENDORS: usize = 8;

#[test]
fn every_option_has_its_own_hue() {
    let mut hues = Vec::new();
    for of in ["vendor", "split"] {
        for vendor in 0..VENDORS {
            let name = format!("{of}-{vendor}");
            assert!(
                TOKENS.contains(&format!(".series-{name} {{ --hue: var(--{name});")),
                "{name} has no class"
            );
            let given: Vec<&str> = TOKENS
                .match_indices(&format!("--{name}: #"))
                .map(|(at, found)| &TOKENS[at + found.len()..][..6])
                .collect();
            assert_eq!(given.len(), 2, "{name} has a hue for light and one for dark");
            hues.extend(given);
        }
    }
    let all = hues.len();
    hues.sort_unstable();
    hues.dedup();
    assert_eq!(hues.len(), all, "two options share a hue");
}

//! Room for words: how wide they are, how they are cut, and how they keep apart.

/// The width of a text in pixels, estimated on the generous side: system fonts differ, and measuring needs a browser.
#[must_use]
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// How wide a letter is for its size: about what it is in DejaVu Sans, which is among the widest of system fonts.
fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' => 0.34,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' | '\u{2e80}'.. => 1.0,
        'A'..='Z' => 0.74,
        _ => 0.64,
    }
}

/// A text that fits into a width, cut with an ellipsis where it must be; nothing where not even that has room.
#[must_use]
pub fn shorten(text: &str, size: f64, width: f64) -> String {
    if text_width(text, size) <= width {
        return text.to_owned();
    }
    if text.is_empty() || text_width("…", size) > width {
        return String::new();
    }
    let (mut cut, mut used) = (String::new(), text_width("…", size));
    for letter in text.chars() {
        used += advance(letter) * size;
        if used > width {
            break;
        }
        cut.push(letter);
    }
    format!("{}…", cut.trim_end())
}

/// Places for labels that want to be at `wanted`, each at least `gap` from the next, between `low` and `high`, moved as
/// little as that takes (least squares: neighbours that collide share their mean). Where there is too little room the
/// gap gives way.
#[must_use]
pub fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    crate::order::sort_by(&mut order, |a, b| wanted[*a] > wanted[*b]);
    #[expect(clippy::cast_precision_loss, reason = "a handful of labels")]
    let rank = |index: usize| index as f64;
    let gap = gap.min((high - low).max(0.0) / rank(wanted.len().saturating_sub(1).max(1)));
    // Less the gaps below it, each place only has to be no less than the one before: pool those that are.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (index, item) in order.iter().enumerate() {
        let mut pool = (wanted[*item] - rank(index) * gap, 1);
        while let Some(last) = pools.last().copied().filter(|last| last.0 >= pool.0) {
            pools.pop();
            pool = ((last.0 * rank(last.1) + pool.0 * rank(pool.1)) / rank(last.1 + pool.1), last.1 + pool.1);
        }
        pools.push(pool);
    }
    let top = (high - rank(wanted.len().saturating_sub(1)) * gap).max(low);
    let level =
        pools.into_iter().flat_map(|(place, count)| std::iter::repeat_n(place.max(low).min(top), count));
    let mut places = vec![0.0; wanted.len()];
    for ((index, item), place) in order.into_iter().enumerate().zip(level) {
        places[item] = place + rank(index) * gap;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_apart_stay_and_neighbours_share_the_way() {
        assert_eq!(spread(&[80.0, 10.0], 14.0, 0.0, 100.0), [80.0, 10.0]);
        assert_eq!(spread(&[50.0, 50.0], 14.0, 0.0, 100.0), [43.0, 57.0]);
        assert_eq!(spread(&[98.0, 99.0], 14.0, 0.0, 100.0), [86.0, 100.0]);
        assert_eq!(spread(&[1.0, 1.0, 1.0], 40.0, 0.0, 20.0), [0.0, 10.0, 20.0]);
        assert_eq!(spread(&[], 10.0, 0.0, 1.0), [] as [f64; 0]);
    }

    #[test]
    fn long_names_are_cut() {
        assert_eq!(shorten("In-house", 12.0, 100.0), "In-house");
        assert_eq!(shorten("Outsourced to Wrocław", 12.0, 100.0), "Outsourced t…");
        assert!(text_width(&shorten("Outsourced to Wrocław", 12.0, 100.0), 12.0) <= 100.0);
        assert_eq!(shorten("Outsourced", 12.0, 5.0), "");
        assert_eq!(shorten("", 12.0, -3.0), "");
    }

    proptest! {
        #[test]
        fn labels_never_collide_or_leave(wanted in proptest::collection::vec(-50.0..350.0_f64, 0..12)) {
            let places = spread(&wanted, 15.0, 10.0, 290.0);
            let mut sorted = places.clone();
            sorted.sort_by(f64::total_cmp);
            prop_assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= 15.0 - 1e-9));
            prop_assert!(places.iter().all(|place| (10.0 - 1e-9..=290.0 + 1e-9).contains(place)));
            for (a, one) in wanted.iter().enumerate() {
                for (b, other) in wanted.iter().enumerate() {
                    prop_assert!(one >= other || places[a] < places[b], "order is kept");
                }
            }
        }
    }
}

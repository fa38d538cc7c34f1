//! Sorting of short lists.

/// Sorts by insertion: stable, and small. The lists sorted here have a few entries, and each use of std's sort adds 4 kB to
/// the page.
pub(crate) fn sort_by<T>(list: &mut [T], mut after: impl FnMut(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut place = end;
        while place > 0 && after(&list[place - 1], &list[place]) {
            list.swap(place - 1, place);
            place -= 1;
        }
    }
}

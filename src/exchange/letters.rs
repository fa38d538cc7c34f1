//! Bytes as letters that a link may hold: base64 for addresses (RFC 4648, section 5), without padding.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes as letters.
pub(super) fn write(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let whole = three.iter().fold(0_usize, |whole, byte| whole << 8 | usize::from(*byte))
            << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            text.push(char::from(LETTERS[whole >> (18 - 6 * place) & 63]));
        }
    }
    text
}

/// The bytes of letters; None where [`write`] did not make them.
pub(super) fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for four in text.as_bytes().chunks(4) {
        let mut whole = 0_u32;
        for letter in four {
            let digit = LETTERS.iter().position(|one| one == letter)?;
            whole = whole << 6 | digit as u32;
        }
        let whole = whole << (6 * (4 - four.len()));
        // One letter is no byte; of two or three, the last bits are none.
        let count = four.len().checked_sub(2)? + 1;
        let [_, made @ ..] = whole.to_be_bytes();
        if made[count..].iter().any(|byte| *byte > 0) {
            return None;
        }
        bytes.extend(&made[..count]);
    }
    Some(bytes)
}

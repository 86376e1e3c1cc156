//! Secrets and names that nobody can guess.

/// `bytes` random bytes as hexadecimal text.
///
/// # Panics
///
/// When the operating system has no randomness to give; going on with guessable secrets would be worse.
pub(crate) fn hex(bytes: usize) -> String {
    use std::fmt::Write;
    let mut buffer = vec![0; bytes];
    fill(&mut buffer);
    buffer.iter().fold(String::with_capacity(bytes * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Fills `buffer` with random bytes.
pub(crate) fn fill(buffer: &mut [u8]) {
    getrandom::fill(buffer).expect("the operating system gives random bytes");
}

/// A number from 0 to 1.
pub(crate) fn fraction() -> f64 {
    let mut byte = [0];
    fill(&mut byte);
    f64::from(byte[0]) / f64::from(u8::MAX)
}

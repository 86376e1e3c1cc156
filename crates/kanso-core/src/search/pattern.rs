//! Patterns for `LIKE`, in small letters and with a backslash before what is meant as it is.

/// What contains the text.
pub(crate) fn contains(text: &str) -> String {
    format!("%{}%", literal(text))
}

/// What begins with the text.
pub(super) fn begins(text: &str) -> String {
    format!("{}%", literal(text))
}

/// What is the text as a whole, in which `*` stands for any text.
pub(super) fn whole(text: &str) -> String {
    literal(text).replace('*', "%")
}

fn literal(text: &str) -> String {
    text.to_ascii_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_stars_stand_for_other_texts() {
        assert_eq!(contains("100%_É\\"), "%100\\%\\_É\\\\%");
        assert_eq!(begins("Ann"), "ann%");
        assert_eq!(whole("WEB-*_1"), "web-%\\_1");
    }
}

//! Addresses with a query.

use url::form_urlencoded::Serializer;

/// The address of a page with these values; empty ones are left out.
pub(crate) fn with(path: &str, values: &[(&str, &str)]) -> String {
    let mut query = Serializer::new(String::new());
    for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    match query.finish() {
        query if query.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}

#[cfg(test)]
mod tests {
    use super::with;

    #[test]
    fn what_is_empty_is_left_out_and_the_rest_is_escaped() {
        assert_eq!(with("/a", &[("q", ""), ("b", "")]), "/a");
        assert_eq!(with("/a", &[("q", "due:<today a&b"), ("b", "")]), "/a?q=due%3A%3Ctoday+a%26b");
    }
}

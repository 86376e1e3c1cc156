//! Taking a form apart.

use kanso_core::endpoint::Header;

use super::{Fields, Which};

impl Fields {
    /// The form as a browser sends it. Rows of headers without a name and a value are left out.
    pub(crate) fn read(pairs: Vec<(String, String)>) -> Self {
        let mut fields = Self::default();
        let (mut names, mut values, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
        for (key, value) in pairs {
            match key.as_str() {
                "name" => fields.name = value.trim().to_owned(),
                "url" => fields.url = value.trim().to_owned(),
                "token" => fields.token = value,
                "format" => fields.format = value,
                "which" if value == "these" => fields.which = Which::These,
                "which" if value == "patterns" => fields.which = Which::Patterns,
                "event" => fields.events.push(value),
                "patterns" => fields.patterns = value.trim().to_owned(),
                "filter" => fields.filter = value.trim().to_owned(),
                // Browsers send line ends as CRLF.
                "template" => fields.template = value.replace("\r\n", "\n"),
                "header_name" => names.push(value.trim().to_owned()),
                "header_value" => values.push(value.trim().to_owned()),
                "header_kind" => kinds.push(value),
                "ordering" => fields.ordering = value,
                "concurrency" => fields.concurrency = value.trim().to_owned(),
                "rate_limit" => fields.rate_limit = value.trim().to_owned(),
                "timeout" => fields.timeout = value.trim().to_owned(),
                "retries" => fields.retries = value,
                "anyway" => fields.anyway = true,
                "sample" => fields.sample = value,
                "endpoint" => fields.endpoint = value.parse().ok(),
                "project" => fields.project = value.parse().ok(),
                _ => {}
            }
        }
        let rows = names.into_iter().zip(values).zip(kinds.iter().map(|kind| kind == "secret"));
        let header = |((name, value), secret)| Header { name, value, secret };
        fields.headers =
            rows.map(header).filter(|row| !row.name.is_empty() || !row.value.is_empty()).collect();
        fields
    }
}

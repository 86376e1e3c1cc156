//! Markdown that people wrote, as HTML that is safe to show.

use std::sync::LazyLock;

use ammonia::Builder;
use comrak::Options;

static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder.url_schemes(["http", "https", "mailto"].into()).link_rel(Some("noopener noreferrer nofollow"));
    builder
});

/// The common Markdown with tables, strike-through and bare links; then only harmless elements and link schemes are left.
pub(crate) fn render(source: &str) -> String {
    if source.is_empty() {
        return String::new();
    }
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    // People press Enter and expect a new line.
    options.render.hardbreaks = true;
    SANITIZER.clean(&comrak::markdown_to_html(source, &options)).to_string()
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn harmless_markdown_is_kept() {
        assert_eq!(render("**a** ~~b~~"), "<p><strong>a</strong> <del>b</del></p>\n");
        assert!(render("https://example.org").contains(r#"<a href="https://example.org""#));
    }

    #[test]
    fn nothing_that_runs_gets_through() {
        let attacks = [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:alert(1))",
            "[a](JaVaScRiPt:alert(1))",
            "[a](data:text/html,<script>1</script>)",
            "[a](vbscript:x)",
            "<svg onload=alert(1)>",
            "<iframe src=//example.org></iframe>",
            "<a href='java\nscript:alert(1)'>a</a>",
            "<style>*{display:none}</style>",
            "<form action=/logout><button>a</button></form>",
        ];
        for attack in attacks {
            let html = render(attack).to_lowercase();
            for bad in [
                "<script",
                "onerror",
                "onload",
                "javascript:",
                "data:text",
                "vbscript:",
                "<iframe",
                "<style",
                "<form",
            ] {
                assert!(!html.contains(bad), "{attack} left {html}");
            }
        }
    }
}

//! HTML as Markdown, for mails that bring nothing else.

use html2text::config;
use html2text::render::TextDecorator;

/// What is longer is read more simply, in bytes: a page may be made so that understanding it takes long.
const LONGEST: usize = 300_000;

/// What is nested deeper is read more simply, for the same reason.
const DEEPEST: usize = 200;

/// Elements that hold nothing, or that end where the next one of their kind begins.
const FLAT: [&str; 17] = [
    "area", "base", "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "p", "td", "th",
    "tr", "wbr",
];

/// So wide that no line is broken.
const WIDTH: usize = 4_000;

/// What the HTML says, as Markdown.
pub(super) fn to_markdown(html: &str) -> String {
    let read = || config::with_decorator(Markdown::default()).do_decorate().raw_mode(true);
    let plain = || mail_parser::decoders::html::html_to_text(html);
    if html.len() > LONGEST || depth(html) > DEEPEST {
        return plain();
    }
    let text = read().string_from_read(html.as_bytes(), WIDTH).unwrap_or_else(|_| plain());
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// How deep elements are nested at most, as far as their tags tell.
fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
        if name.is_empty() || FLAT.contains(&name.to_ascii_lowercase().as_str()) {
            continue;
        }
        depth = if tag.starts_with('/') { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

/// A line without blanks at its end; one across the page is a short one.
fn line(line: &str) -> &str {
    let line = line.trim_end();
    if line.len() > 3 && line.chars().all(|c| c == '─') { "---" } else { line }
}

/// Writes links with where they lead.
#[derive(Clone, Debug, Default)]
struct Markdown {
    links: Vec<String>,
}

impl TextDecorator for Markdown {
    type Annotation = ();

    fn decorate_link_start(&mut self, url: &str) -> (String, ()) {
        let is_safe = !url.contains([' ', '(', ')', '<', '>']);
        self.links.push(if is_safe { url.to_owned() } else { String::new() });
        (if is_safe { "[".to_owned() } else { String::new() }, ())
    }

    fn decorate_link_end(&mut self) -> String {
        match self.links.pop() {
            Some(url) if !url.is_empty() => format!("]({url})"),
            _ => String::new(),
        }
    }

    fn decorate_em_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_em_end(&self) -> String {
        String::new()
    }

    fn decorate_strong_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_strong_end(&self) -> String {
        String::new()
    }

    fn decorate_strikeout_start(&self) -> (String, ()) {
        ("~~".to_owned(), ())
    }

    fn decorate_strikeout_end(&self) -> String {
        "~~".to_owned()
    }

    fn decorate_code_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_code_end(&self) -> String {
        String::new()
    }

    fn decorate_preformat_first(&self) {}

    fn decorate_preformat_cont(&self) {}

    fn decorate_image(&mut self, _src: &str, title: &str) -> (String, ()) {
        (title.to_owned(), ())
    }

    fn header_prefix(&self, level: usize) -> String {
        "#".repeat(level) + " "
    }

    fn quote_prefix(&self) -> String {
        "> ".to_owned()
    }

    fn unordered_item_prefix(&self) -> String {
        "- ".to_owned()
    }

    fn ordered_item_prefix(&self, number: i64) -> String {
        format!("{number}. ")
    }

    fn make_subblock_decorator(&self) -> Self {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use kanso_domain::letter::own_words;

    use super::to_markdown;

    #[test]
    fn html_becomes_markdown() {
        let html = "<style>p{}</style><p>The <b>front</b> brake, see <a href='https://example.org/a'>here</a>.</p>\
            <ul><li>left</li><li>right</li></ul><div>one</div><div>two &amp; three</div><script>alert(1)</script>";
        let text = to_markdown(html);
        for part in
            ["The **front** brake, see [here](https://example.org/a).", "- left\n- right", "one\ntwo & three"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(!text.contains("alert") && !text.contains("p{}"), "{text}");
    }

    #[test]
    fn what_is_answered_is_told_from_what_is_written_in_html_too() {
        for (program, html) in [
            (
                "Gmail",
                "<div dir=\"ltr\">Worn.</div><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">\
                 On Mon, Sep 21, 2026 at 2:13 PM Kanso &lt;<a href=\"mailto:kanso@example.org\">kanso@example.org</a>&gt; \
                 wrote:<br></div><blockquote class=\"gmail_quote\"><p>Brakes</p></blockquote></div>",
            ),
            (
                "Outlook",
                "<html><head><style>p.MsoNormal{margin:0}</style></head><body><p class=MsoNormal>Worn.</p><div>\
                 <div style='border:none;border-top:solid'><p class=MsoNormal><b>From:</b> Kanso &lt;kanso@example.org&gt;<br>\
                 <b>Sent:</b> Monday<br><b>To:</b> Ada<br><b>Subject:</b> Brakes</p></div></div><p>Brakes</p></body></html>",
            ),
            (
                "Apple",
                "<html><body>Worn.<br><br><blockquote type=\"cite\"><div>On 21 Sep 2026, at 14:13, Kanso wrote:</div>\
                 <div>Brakes</div></blockquote></body></html>",
            ),
            (
                "Thunderbird",
                "<p>Worn.</p><div class=\"moz-cite-prefix\">On 9/21/26 14:13, Kanso wrote:<br></div>\
                 <blockquote type=\"cite\"><p>Brakes</p></blockquote>",
            ),
        ] {
            assert_eq!(own_words(&to_markdown(html)), "Worn.", "{program}: {}", to_markdown(html));
        }
    }

    #[test]
    fn no_html_breaks_it() {
        let deep = |tag: &str| format!("<{tag}>").repeat(20_000) + "x";
        for html in [
            String::new(),
            deep("div"),
            deep("blockquote"),
            deep("b"),
            deep("ul><li"),
            deep("table><tr><td"),
            deep("p"),
            deep("td"),
            "<div><b>".repeat(150) + &"<p>".repeat(5_000),
            "<b></i></b><i>".repeat(10_000),
            "<a href='x'>".repeat(5_000),
            "<".repeat(100_000),
            "&#x110000;&#0;&bogus;".to_owned(),
            "<hr>".repeat(1_000),
        ] {
            let text = to_markdown(&html);
            assert!(text.len() < 20_000_000, "{} bytes", text.len());
        }
    }
}

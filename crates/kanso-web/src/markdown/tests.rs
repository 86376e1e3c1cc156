use super::{boxes, render};

#[test]
fn harmless_markdown_is_kept() {
    assert_eq!(render("**a** ~~b~~"), "<p><strong>a</strong> <del>b</del></p>\n");
    assert!(render("https://example.org").contains(r#"<a href="https://example.org""#));
    assert!(render("![a](/task/1/file/2?inline)").contains(r#"<img src="/task/1/file/2?inline" alt="a">"#));
}

#[test]
fn html_shows_as_it_was_typed() {
    assert_eq!(render("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
    assert!(!render("<input type=text name=csrf>\n\n<input data-box=1>").contains("<input"));
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
        "- [ ] \"><script>alert(1)</script>",
        "@a\"onload=b #1\"onload=c",
    ];
    for attack in attacks {
        let html = render(attack).to_lowercase();
        for bad in [
            "<script",
            "<img",
            "<svg",
            "<iframe",
            "<style",
            "<form",
            "<button",
            "href=\"javascript",
            "href=\"data",
            "href=\"vbscript",
        ] {
            assert!(!html.contains(bad), "{attack} left {html}");
        }
    }
}

#[test]
fn numbers_lead_to_tasks_and_names_stand_out() {
    let link = |n| format!("<a href=\"/task/{n}\" rel=\"noopener noreferrer nofollow\">#{n}</a>");
    assert_eq!(render("see #12, (#3)"), format!("<p>see {}, ({})</p>\n", link(12), link(3)));
    assert_eq!(render("hi @ann.b."), "<p>hi <span class=\"mention\">@ann.b</span>.</p>\n");
    for plain in ["a#12", "#12a", "`#12`", "&#35;", "# 12", "a@b", "@"] {
        let html = render(plain);
        assert!(!html.contains("/task/") && !html.contains("mention"), "{plain}: {html}");
    }
    assert_eq!(render("[#12](https://example.org)").matches("<a ").count(), 1);
}

#[test]
fn a_box_is_turned_where_it_stands_and_nothing_else_changes() {
    let text = "Plan é\n\n- [ ] one **bold**\n  - [x] two\n\n1. [X] three `code`\n\n    [ ] no box\n\n* [ ] é é\r\n> - [ ] quoted\n";
    let found = boxes(text);
    let seen: Vec<_> = found.iter().map(|one| (one.label.as_str(), one.is_ticked)).collect();
    assert_eq!(
        seen,
        [("one bold", false), ("two", true), ("three code", true), ("é é", false), ("quoted", false)]
    );
    assert_eq!(render(text).matches("data-box").count(), found.len());
    for (number, one) in found.iter().enumerate() {
        let turned = one.turned(text, !one.is_ticked);
        assert_eq!(turned.chars().count(), text.chars().count());
        let after: Vec<bool> = boxes(&turned).iter().map(|one| one.is_ticked).collect();
        let expected: Vec<bool> =
            found.iter().enumerate().map(|(at, one)| one.is_ticked ^ (at == number)).collect();
        assert_eq!(after, expected, "{turned}");
    }
}

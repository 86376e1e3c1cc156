use proptest::prelude::*;

use super::*;

#[test]
fn an_address_tells_what_it_leads_to() {
    for (url, provider, title) in [
        ("https://example.org/files/brief.pdf", Provider::Attachment, "brief.pdf"),
        ("https://example.org/files/brief.PDF?v=2#page", Provider::Attachment, "brief.PDF"),
        ("https://example.org/styleguide", Provider::Weblink, "example.org/styleguide"),
        ("https://example.org/index.php?page=a.pdf", Provider::Weblink, "example.org/index.php"),
        ("https://example.org/Index.HTML", Provider::Weblink, "example.org/Index.HTML"),
        ("https://example.org", Provider::Weblink, "example.org"),
        ("https://eve@example.org:8443/a?b", Provider::Weblink, "example.org/a"),
        ("HTTPS://example.org/", Provider::Weblink, "example.org/"),
        ("http://10.1.2.3/wiki", Provider::Weblink, "http://10.1.2.3/wiki"),
        ("http://localhost:8080/wiki", Provider::Weblink, "http://localhost:8080/wiki"),
        ("http://[::1]:8080/wiki", Provider::Weblink, "http://[::1]:8080/wiki"),
        ("file:///home/eve/my plan.odt", Provider::File, "my plan.odt"),
        ("smb://server/plans/", Provider::File, "plans"),
    ] {
        assert_eq!(Provider::of(url), Some(provider), "{url}");
        assert_eq!(provider.title(url), title, "{url}");
    }
}

#[test]
fn other_texts_lead_nowhere() {
    for text in [
        "",
        "just text",
        "example.org",
        "mailto:eve@example.org",
        "http://",
        "http:///path",
        "https://exam ple.org/",
        "httpx://example.org",
        "ftp://example.org/a.pdf",
        "javascript://x%0aalert(1)",
        "JavaScript://x",
        "://x",
        "smb://a\nb",
    ] {
        assert_eq!(Provider::of(text), None, "{text}");
    }
    // No provider looks for it, and yet somebody may link to it.
    assert!(is_address("ftp://example.org/a.pdf"));
    assert!(!is_address("just text"));
    assert!(!is_address("javascript://x"));
}

#[test]
fn every_name_reads_back() {
    for provider in Provider::ALL {
        assert_eq!(Provider::parse(provider.as_str()), Some(provider));
    }
    assert_eq!(Provider::parse("auto"), None);
}

proptest! {
    #[test]
    fn whatever_is_recognised_is_an_address_and_its_title_is_from_it(text in "\\PC{0,20}(://)?\\PC{0,40}") {
        if let Some(provider) = Provider::of(&text) {
            prop_assert!(is_address(&text));
            prop_assert!(provider.title(&text).len() <= text.len());
        }
    }

    #[test]
    fn a_file_on_the_web_is_called_by_its_name(
        host in "[a-z]{1,10}\\.[a-z]{2,4}", folder in "(/[a-z.]{1,5}){0,3}", name in "[a-z]{1,8}\\.(pdf|tar\\.gz|docx)",
    ) {
        let url = format!("https://{host}{folder}/{name}");
        prop_assert_eq!(Provider::of(&url), Some(Provider::Attachment));
        prop_assert_eq!(Provider::Attachment.title(&url), name);
    }
}

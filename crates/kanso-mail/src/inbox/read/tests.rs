use kanso_core::incoming::{IncomingMail, Refusal};
use proptest::prelude::*;

use super::{header, whole};

const HEAD: &str = "From: Ada <Ada@Example.org>\r\nTo: kanso+web@example.org\r\nSubject: =?utf-8?q?Fr=C3=A9no?=\r\n\
    Message-ID: <m1@example.org>\r\nDate: Mon, 21 Sep 2026 14:13:20 +0000\r\n";

fn read(text: &str) -> IncomingMail {
    whole(text.replace('\n', "\r\n").replace("\r\r", "\r").as_bytes(), None)
}

fn with(more: &str) -> IncomingMail {
    whole(format!("{HEAD}{more}").replace("\r\n", "\n").replace('\n', "\r\n").as_bytes(), None)
}

#[test]
fn a_plain_mail_says_who_what_and_where() {
    let mail = with("In-Reply-To: <a@x>\nReferences: <c@x> <b@x>\n\nBrakes squeak.\n");
    assert_eq!(
        (mail.from, mail.recipients),
        (vec!["ada@example.org".to_owned()], vec!["kanso+web@example.org".to_owned()])
    );
    assert_eq!((mail.subject.as_str(), mail.message_id.as_str()), ("Fréno", "m1@example.org"));
    assert_eq!(mail.answers, ["a@x", "b@x", "c@x"]);
    assert_eq!((mail.text.trim(), mail.objection), ("Brakes squeak.", None));
}

#[test]
fn plain_text_is_taken_before_html_and_files_come_along() {
    let mail = with(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\
         Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8; format=flowed\n\
         Content-Transfer-Encoding: 8bit\n\nThey \nsqueak.\n--b\nContent-Type: text/html\n\n<p>no</p>\n--b--\n--a\n\
         Content-Type: image/png; name=\"../../a.png\"\nContent-Transfer-Encoding: base64\n\nAAEC\n--a\n\
         Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''%C3%A9.pdf\n\n%PDF\n--a\n\
         Content-Type: message/rfc822\n\nSubject: inner\n\nhello\n--a--\n",
    );
    assert_eq!(mail.text.trim(), "They squeak.");
    let names: Vec<&str> = mail.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["a.png", "é.pdf", "3.eml"]);
    assert_eq!(mail.files[0].content, [0, 1, 2]);
    assert!(mail.files[2].content.starts_with(b"Subject: inner"), "{:?}", mail.files[2]);
}

#[test]
fn html_alone_and_foreign_alphabets_are_read() {
    let mail = with(
        "Content-Type: text/html; charset=windows-1251\nContent-Transfer-Encoding: base64\n\nPGI+0u7w7O7n4DwvYj4=\n",
    );
    assert_eq!(mail.text.trim(), "**Тормоза**");
    let broken = with("Content-Type: text/plain; charset=x-nobody-knows\n\n\u{e9}\0\u{8}x\n");
    assert_eq!(broken.text.trim(), "éx");
}

#[test]
fn what_programs_write_is_told_from_what_people_write() {
    for line in [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated",
        "Precedence: bulk",
        "Precedence: list",
        "List-Id: <all.example.org>",
        "Return-Path: <>",
        "X-Autoreply: yes",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
    ] {
        assert_eq!(with(&format!("{line}\n\nx\n")).objection, Some(Refusal::Automatic), "{line}");
    }
    for line in ["Auto-Submitted: no", "Precedence: normal", "Return-Path: <ada@example.org>"] {
        assert_eq!(with(&format!("{line}\n\nx\n")).objection, None, "{line}");
    }
}

#[test]
fn a_mail_has_one_sender_or_none() {
    for (from, senders) in [
        ("From: ada@example.org", 1),
        ("From: Ada <ada@example.org>, Bob <bob@example.org>", 2),
        ("From: ada@example.org\nFrom: bob@example.org", 0),
        ("From: nobody", 0),
        ("X: y", 0),
    ] {
        assert_eq!(read(&format!("{from}\nTo: a@b\n\nx\n")).from.len(), senders, "{from}");
    }
}

#[test]
fn where_the_receiving_server_is_named_its_word_is_asked_for() {
    let judged = |results: &str| {
        let raw = format!("{results}{HEAD}\r\nx\r\n");
        (
            whole(raw.as_bytes(), Some("mx.example.org")).objection,
            header(raw.as_bytes(), Some("mx.example.org")).objection,
        )
    };
    let passed = "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n";
    let failed = "Authentication-Results: mx.example.org; dmarc=fail header.from=example.org\r\n";
    assert_eq!(judged(passed), (None, Some(Refusal::TooLarge)));
    assert_eq!(judged(""), (Some(Refusal::Unproven), Some(Refusal::Unproven)));
    assert_eq!(
        judged(&format!("{failed}{passed}")).0,
        Some(Refusal::Unproven),
        "what a sender wrote stands below"
    );
    assert_eq!(judged(&format!("Authentication-Results: other; none\r\n{passed}")).0, None);
}

#[test]
fn the_same_mail_is_known_whichever_way_it_came_and_another_is_another() {
    let one = whole(format!("Received: a\r\n{HEAD}\r\nx\r\n").as_bytes(), None);
    let two = whole(format!("Received: b\r\n\tby c\r\n{HEAD}\r\nx\r\n").as_bytes(), None);
    let other = whole(format!("{HEAD}\r\ny\r\n").as_bytes(), None);
    assert_eq!(one.fingerprint, two.fingerprint);
    assert_ne!(one.fingerprint, other.fingerprint);
}

#[test]
fn ids_that_would_break_a_header_are_none() {
    for id in ["<a b@c>", "<a\u{e9}@c>", &format!("<{}@c>", "a".repeat(1_000))] {
        let mail = read(&format!("From: a@b.c\nMessage-ID: {id}\nIn-Reply-To: {id}\n\nx\n"));
        let answers = mail.answers.join("");
        assert!(
            !mail.message_id.contains(' ') && mail.message_id.len() < 300 && answers.is_ascii(),
            "{mail:?}"
        );
    }
}

#[test]
fn bombs_are_refused_and_nothing_fails() {
    let many = "Content-Type: multipart/mixed; boundary=a\n\n--a\n".repeat(100_000);
    let nested = "Content-Type: message/rfc822\n\n".repeat(100_000);
    let wrapped =
        "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogeA0KDQp4DQo=\n";
    let worded = "Content-Type: message/rfc822\nContent-Transfer-Encoding: =?us-ascii?q?base64?=\n\nAAAA\n";
    let digest = "Content-Type: multipart / digest; boundary=a\n\n--a\nContent-Transfer-Encoding: base64\n\nAAAA\n--a--\n";
    let files = format!(
        "Content-Type: multipart/mixed; boundary=a\n\n{}--a--\n",
        "--a\nContent-Disposition: attachment\n\nx\n".repeat(101)
    );
    for (name, bomb) in [
        ("many", &*many),
        ("nested", &nested),
        ("wrapped", wrapped),
        ("worded", worded),
        ("digest", digest),
        ("files", &files),
    ] {
        assert_eq!(with(bomb).objection, Some(Refusal::Unreadable), "{name}");
    }
    for raw in [
        "",
        "\r\n\r\n",
        ":",
        "From",
        "From: \r\n",
        "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n",
    ] {
        assert!(whole(raw.as_bytes(), None).from.is_empty(), "{raw:?}");
        assert!(header(raw.as_bytes(), Some("mx")).objection.is_some(), "{raw:?}");
    }
}

/// Pieces that messages are made of, in any order.
const PIECES: [&str; 22] = [
    "Content-Type: multipart/mixed; boundary=a\r\n",
    "Content-Type: multipart/alternative; boundary=\"b b\"\r\n",
    "Content-Type: text/html; charset=koi8-r\r\n",
    "Content-Type: text/plain; charset=\"utf-7\"; format=flowed\r\n",
    "Content-Type: message/rfc822\r\n",
    "Content-Type: ;;;=\"\r\n",
    "Content-Transfer-Encoding: base64\r\n",
    "Content-Transfer-Encoding: quoted-printable\r\n",
    "Content-Disposition: attachment; filename*0*=utf-8''%; filename*1=\"\r\n",
    "From: =?utf-8?b?w7z/?= <ada@example.org>\r\n",
    "To: a@b.c, \"<\" <d@e.f>;\r\n",
    "References: <a@b> <<c>\r\n",
    "Authentication-Results: mx; dkim=pass (\r\n",
    "--a\r\n",
    "--b b\r\n",
    "--a--\r\n",
    "\r\n",
    "\n",
    " folded\r\n",
    "=C3=\r\n=ZZ> \u{0}\u{e9}\r\n",
    "<table><tr><td><b></i><p>&#xD800;</td>\r\n",
    "8J+Ygg==\r\n",
];

proptest! {
    #[test]
    fn whatever_the_pieces_they_are_read_or_refused(chosen in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let raw: String = chosen.into_iter().map(|piece| PIECES[piece]).collect();
        let mail = whole(raw.as_bytes(), Some("mx"));
        prop_assert!(!mail.text.contains(|c: char| c.is_control() && !"\n\t".contains(c)));
        prop_assert!(mail.files.iter().all(|file| !file.name.contains(['/', '\\', '\n']) && !file.content.is_empty()));
        prop_assert_eq!(mail.fingerprint.len(), 64);
    }

    #[test]
    fn any_bytes_are_read_or_refused(raw in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(whole(&raw, None).fingerprint.len(), 64);
        prop_assert!(header(&raw, None).objection.is_some());
    }
}

use proptest::prelude::*;

use super::own_words;

/// What programs write below the words in a reply.
const BELOW: [(&str, &str); 22] = [
    ("Gmail en", "On Mon, Sep 21, 2026 at 2:13 PM Kanso <kanso@example.org> wrote:\n\n> Brakes\n> squeak\n"),
    (
        "Gmail en, broken",
        "On Mon, Sep 21, 2026 at 2:13 PM A. Very Long Name <a.very.long.name@example.org>\nwrote:\n\n> Brakes",
    ),
    ("Gmail fr", "Le lun. 21 sept. 2026 à 14:13, Kanso <kanso@example.org> a écrit :\n\n> Freins\n>\n"),
    ("Gmail ru", "пн, 21 сент. 2026 г. в 14:13, Kanso <kanso@example.org>:\n\n> Тормоза\n"),
    ("Gmail tr", "Kanso <kanso@example.org>, 21 Eyl 2026 Pzt, 14:13 tarihinde şunu yazdı:\n\n> Frenler\n"),
    ("Thunderbird en", "On 9/21/26 14:13, Kanso wrote:\n> Brakes\n>\n> -- \n> Sent by Kanso\n"),
    ("Thunderbird fr", "Le 21/09/2026 à 14:13, Kanso a écrit :\n> Freins\n"),
    ("Thunderbird ru", "21.09.2026 14:13, Kanso пишет:\n> Тормоза\n"),
    ("Thunderbird tr", "21.09.2026 14:13 tarihinde Kanso yazdı:\n> Frenler\n"),
    ("Apple en", "> On 21 Sep 2026, at 14:13, Kanso <kanso@example.org> wrote:\n> \n> Brakes\n"),
    ("Apple en, older", "On 21 Sep 2026, at 14:13, Kanso <kanso@example.org> wrote:\n\nBrakes\n\nsqueak"),
    ("Apple fr", "> Le 21 sept. 2026 à 14:13, Kanso <kanso@example.org> a écrit :\n> \n> Freins\n"),
    ("Apple ru", "> 21 сент. 2026 г., в 14:13, Kanso <kanso@example.org> написал(а):\n> \n> Тормоза\n"),
    ("Apple tr", "Kanso <kanso@example.org> şunları yazdı (21 Eyl 2026 14:13):\n\n> Frenler\n"),
    (
        "Outlook en",
        "From: Kanso <kanso@example.org>\nSent: Monday, September 21, 2026 2:13 PM\nTo: Ada\nSubject: Brakes\n\nBrakes",
    ),
    (
        "Outlook fr",
        "De : Kanso <kanso@example.org>\nEnvoyé : lundi 21 septembre 2026 14:13\nÀ : Ada\nObjet : Freins\n\nFreins",
    ),
    (
        "Outlook ru",
        "От: Kanso <kanso@example.org>\nОтправлено: 21 сентября 2026 г. 14:13\nКому: Ada\nТема: Тормоза\n\nТормоза",
    ),
    (
        "Outlook tr",
        "Kimden: Kanso <kanso@example.org>\nGönderildi: 21 Eylül 2026 14:13\nKime: Ada\nKonu: Frenler\n\nFrenler",
    ),
    ("Outlook, bold", "**From:** Kanso\n**Sent:** Monday\n**To:** Ada\n**Subject:** Brakes\n\nBrakes"),
    ("Outlook on the web", "________________________________\nFrom: Kanso\nSent: Monday\nTo: Ada\n\nBrakes"),
    ("Outlook, older", "-----Original Message-----\nFrom: Kanso\n\nBrakes"),
    ("Outlook, older, fr", "-----Message d'origine-----\nDe : Kanso\n\nFreins"),
];

#[test]
fn what_programs_put_below_is_gone() {
    for (program, below) in BELOW {
        let reply = format!("I looked.\n\nThey are worn.\n\n{below}");
        assert_eq!(own_words(&reply), "I looked.\n\nThey are worn.", "{program}");
        assert_eq!(own_words(&reply.replace('\n', "\r\n")), "I looked.\n\nThey are worn.", "{program}");
        assert_eq!(own_words(below), "", "{program}");
    }
}

#[test]
fn signatures_are_gone() {
    for signature in [
        "-- \nAda Lovelace\n+44 1",
        "--\nAda",
        "Sent from my iPhone",
        "Envoyé de mon iPhone",
        "Отправлено с iPhone",
        "iPhone’umdan gönderildi",
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
    ] {
        assert_eq!(own_words(&format!("Worn.\n\n{signature}")), "Worn.", "{signature}");
        let answered = format!("Worn.\n\n{signature}\n\nOn 9/21/26 14:13, Kanso wrote:\n> Brakes\n");
        assert_eq!(own_words(&answered), "Worn.", "{signature}");
    }
}

#[test]
fn who_answers_below_is_read_too() {
    let reply = "On 9/21/26 14:13, Kanso wrote:\n> Brakes\n> squeak\n\nThey are worn.\n\n-- \nAda";
    assert_eq!(own_words(reply), "They are worn.");
}

#[test]
fn quotes_between_the_words_stay() {
    let reply = "On 9/21/26 14:13, Kanso wrote:\n> Front?\n\nWorn.\n\n> Rear?\n\nFine.\n\n> Sent by Kanso\n";
    assert_eq!(own_words(reply), "> Front?\n\nWorn.\n\n> Rear?\n\nFine.");
    assert_eq!(own_words("See:\n\n> Rear?\n\nFine."), "See:\n\n> Rear?\n\nFine.");
}

#[test]
fn words_that_look_a_little_like_it_stay() {
    for words in [
        "He wrote:\nall is well",
        "From: here\nwe go on",
        "De : rien",
        "a\n-----\nb",
        "| a |\n|---|\n| 1 |",
        "- one\n- two",
        "At 14:13 it broke:\n\nsee the log",
        "--verbose helps",
        "Sent from my garage to yours, with a description that is so long that no program would ever have written it so.",
    ] {
        assert_eq!(own_words(words), words);
    }
}

/// Lines that no program could have put there.
fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-zé]{1,8}( [a-zé]{1,8}){0,5}[.!]", 1..6).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn words_stay_whatever_is_below(words in words(), below in 0..BELOW.len()) {
        prop_assert_eq!(own_words(&words), words.clone());
        prop_assert_eq!(own_words(&format!("{words}\n\n{}", BELOW[below].1)), words);
    }

    #[test]
    fn every_line_that_is_left_was_there_and_nothing_fails(text in "(\\PC|\n|>|:|-|_|On 2026 wrote:\n|From: a\n|To: b\n){0,60}") {
        let left = own_words(&text);
        for line in left.lines() {
            prop_assert!(text.lines().any(|known| known.trim_end() == line), "{:?}", line);
        }
    }
}

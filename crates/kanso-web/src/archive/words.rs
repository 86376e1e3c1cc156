//! What is said of an archive.

use kanso_core::archive::{ArchiveFault, Left};

use crate::locale::Locale;

/// What is wrong with one.
pub(crate) fn fault_in_words(locale: &Locale, fault: &ArchiveFault) -> String {
    match fault {
        ArchiveFault::NoArchive => locale.text("archive-fault-none"),
        ArchiveFault::Version(version) => locale.say("archive-fault-version", "version", version),
        ArchiveFault::Damaged(place) => locale.say("archive-fault-damaged", "place", place),
        ArchiveFault::MissingContent(name) => locale.say("archive-fault-content", "name", name),
        ArchiveFault::TooLarge => locale.text("archive-fault-large"),
    }
}

/// What of one is left out.
pub(super) fn left_in_words(locale: &Locale, left: &Left) -> String {
    match left {
        Left::Person(name) => locale.say("archive-left-person", "name", name),
        Left::Group(name) => locale.say("archive-left-group", "name", name),
        Left::Label(name) => locale.say("archive-left-label", "name", name),
        Left::Tag(name) => locale.say("archive-left-tag", "name", name),
        Left::Taken(name) => locale.say("archive-left-taken", "name", name),
        Left::Files(count) => locale.count("archive-left-files", count),
        Left::Elsewhere(count) => locale.count("archive-left-elsewhere", count),
        Left::Endpoints(count) => locale.count("archive-left-endpoints", count),
    }
}

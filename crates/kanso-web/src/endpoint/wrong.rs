//! What is wrong with a form, and where it is said.

use kanso_core::{Error, Fault as CoreFault};

use crate::fault::fault_in_words;
use crate::page::Page;

/// What is wrong with a field.
pub(crate) struct Wrong {
    /// The field; empty when it is about the whole.
    pub(crate) field: &'static str,
    pub(crate) words: String,
}

impl Wrong {
    pub(super) fn new(page: &Page, fault: &CoreFault) -> Self {
        Self { field: field_of(fault), words: fault_in_words(page.locale, fault) }
    }
}

/// The field that a fault is about, and so where the form shows it.
fn field_of(fault: &CoreFault) -> &'static str {
    match fault {
        CoreFault::Missing(field)
        | CoreFault::TooLong(field, _)
        | CoreFault::TooShort(field, _)
        | CoreFault::Unknown(field)
        | CoreFault::Wrong(field)
        | CoreFault::Taken(field)
        | CoreFault::OutOfRange(field, _)
        | CoreFault::TooMany(field, _) => field,
        CoreFault::Url(_) => "url",
        CoreFault::Header(..) => "headers",
        CoreFault::Template(_) => "template",
        CoreFault::Filter(_) => "filter",
        CoreFault::Event(_) => "events",
        CoreFault::StartsAfterDue | CoreFault::NotAssignable | CoreFault::Archive(_) => "",
    }
}

/// What is wrong with what was sent, if the error says so.
pub(super) fn refused(error: Error) -> Result<CoreFault, Error> {
    if let Error::Invalid(fault) = error { Ok(fault) } else { Err(error) }
}

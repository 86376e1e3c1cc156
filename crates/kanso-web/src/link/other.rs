//! The other task of a link, as people name it.

use kanso_core::Fault as CoreFault;
use kanso_domain::TaskId;
use serde::Deserialize;

/// The form of a link.
#[derive(Deserialize)]
pub(crate) struct LinkForm {
    pub(super) label: kanso_domain::LinkId,
    pub(super) other: String,
}

impl LinkForm {
    /// The task that was meant: `12`, `#12`, `#12 Title`, or the address of its page.
    pub(super) fn task(&self) -> Result<TaskId, CoreFault> {
        let text = self.other.trim();
        let text = text.rsplit_once("/task/").map_or(text, |(_, rest)| rest).trim_start_matches('#');
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let digits = text.get(..end).unwrap_or_default();
        digits.parse().map_err(|_| CoreFault::Unknown("other task"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_named_by_its_number_or_its_address() {
        let read = |other: &str| LinkForm { label: 1.into(), other: other.to_owned() }.task().ok();
        for text in ["12", " #12 ", "#12 Title 3", "https://kanso.example/task/12?a=1#comment-3", "/task/12"]
        {
            assert_eq!(read(text), Some(TaskId::from(12)), "{text}");
        }
        for odd in ["", "Title", "#", "-1"] {
            assert_eq!(read(odd), None, "{odd}");
        }
    }
}

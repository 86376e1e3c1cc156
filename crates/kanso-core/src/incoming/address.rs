//! The addresses that mails are sent to.

use kanso_domain::TaskId;

use crate::project::Project;
use crate::{App, SecretKey};

/// What the text begins with that a task's address is proven by, so that no other proof passes for one.
const MARK: &str = "answers to task ";

/// The address of this installation: what stands after a `+` in it tells what a mail is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailIn {
    local: String,
    domain: String,
}

/// The text is no address that something can be put into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no mail address such as kanso@example.org, without a + in it")]
pub struct NotAnAddress;

impl MailIn {
    /// Reads `local@domain`.
    ///
    /// # Errors
    ///
    /// [`NotAnAddress`] when it is none, or has a `+` already.
    pub fn parse(text: &str) -> Result<Self, NotAnAddress> {
        let text = text.trim().to_lowercase();
        let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
        let parts = text.split_once('@').filter(|(local, domain)| {
            !local.is_empty() && !domain.is_empty() && local.chars().chain(domain.chars()).all(is_plain)
        });
        let (local, domain) = parts.ok_or(NotAnAddress)?;
        Ok(Self { local: local.to_owned(), domain: domain.to_owned() })
    }

    /// The address itself.
    pub fn address(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    fn tagged(&self, tag: &str) -> String {
        format!("{}+{tag}@{}", self.local, self.domain)
    }

    /// What stands after the `+` in one of these addresses.
    pub(super) fn tag_of<'a>(&self, recipient: &'a str) -> Option<&'a str> {
        let (local, domain) = recipient.rsplit_once('@')?;
        let tag = local.strip_prefix(self.local.as_str())?.strip_prefix('+')?;
        (domain == self.domain).then_some(tag)
    }
}

/// Where mails go that are to become tasks of the project; `None` when no mails come in.
pub fn project_address(app: &App, project: &Project) -> Option<String> {
    let identifier = project.identifier.as_deref().unwrap_or_default();
    // A number is always the id of a project.
    let is_number = identifier.chars().all(|c| c.is_ascii_digit());
    let tag = if is_number { project.id.to_string() } else { identifier.to_lowercase() };
    app.mail_in().map(|mail_in| mail_in.tagged(&tag))
}

/// Where answers go that are to become comments on the task; `None` when no mails come in, or nothing can be proven.
pub(crate) fn reply_address(app: &App, task: TaskId) -> Option<String> {
    let proof = app.secrets().prove(&format!("{MARK}{task}"))?;
    app.mail_in().map(|mail_in| mail_in.tagged(&format!("t{task}.{proof}")))
}

/// The task of such an address, if this installation made it up.
pub(super) fn task_of_tag(secrets: &SecretKey, tag: &str) -> Option<TaskId> {
    let (task, proof) = tag.strip_prefix('t')?.split_once('.')?;
    let task: TaskId = task.parse().ok()?;
    secrets.is_proven(&format!("{MARK}{task}"), proof).then_some(task)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart_again() {
        let mail_in = MailIn::parse(" Kanso@Example.org ").unwrap();
        assert_eq!(mail_in.address(), "kanso@example.org");
        assert_eq!(mail_in.tag_of(&mail_in.tagged("web")), Some("web"));
        for other in ["kanso@example.org", "kanso+web@example.com", "kansoo+web@example.org", "web", "+@"] {
            assert_eq!(mail_in.tag_of(other), None, "{other}");
        }
        for bad in
            ["", "kanso", "@example.org", "kanso@", "a+b@example.org", "a b@example.org", "a@b@c", "a@b\r\nc"]
        {
            assert_eq!(MailIn::parse(bad), Err(NotAnAddress), "{bad:?}");
        }
    }

    #[test]
    fn nobody_makes_up_the_address_of_a_task() {
        let (secrets, other) = (SecretKey::random(), SecretKey::random());
        let proof = secrets.prove(&format!("{MARK}42")).unwrap();
        assert_eq!(task_of_tag(&secrets, &format!("t42.{proof}")), Some(42.into()));
        for forged in [format!("t43.{proof}"), format!("t42.{proof}0"), "t42.".to_owned(), "42".to_owned()] {
            assert_eq!(task_of_tag(&secrets, &forged), None, "{forged}");
        }
        assert_eq!(task_of_tag(&other, &format!("t42.{proof}")), None);
    }
}

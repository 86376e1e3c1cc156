//! An activity in words: a sentence, and a fragment of HTML. Clients show them as they are.

use kanso_core::activity::Activity;
use kanso_core::event::Snapshot;
use kanso_domain::EventName;

/// Who did what, in a sentence without markup.
pub(super) fn title(activity: &Activity, name: EventName) -> String {
    let (who, task) = (activity.author.display_name(), activity.logged.event.task());
    let did = did(name);
    match object(name, &activity.logged.snapshot) {
        Some(object) => format!("{who} {did} \"{object}\" on task #{task}"),
        None => format!("{who} {did} task #{task}"),
    }
}

/// The same as HTML, with the address of the task and the text of a comment.
pub(super) fn content(root: &str, activity: &Activity, name: EventName) -> String {
    let snapshot = &activity.logged.snapshot;
    let task = activity.logged.event.task();
    let task_title = snapshot.task.as_deref().map_or("", |task| task.title.as_str());
    let address = format!("{root}?controller=TaskViewController&action=show&task_id={task}");
    let quoted =
        activity.comment().map(|comment| format!("<blockquote>{}</blockquote>", escape(&comment.comment)));
    format!(
        "<p>{}: <a href=\"{}\">{}</a></p>{}",
        escape(&title(activity, name)),
        escape(&address),
        escape(task_title),
        quoted.unwrap_or_default()
    )
}

/// What was done, up to the object of the sentence.
fn did(name: EventName) -> &'static str {
    match name {
        EventName::TaskCreate => "added",
        EventName::TaskUpdate => "edited",
        EventName::TaskAssigneeChange => "reassigned",
        EventName::TaskTagChange => "tagged",
        EventName::TaskMoveColumn => "moved to another column:",
        EventName::TaskMovePosition => "reordered",
        EventName::TaskMoveSwimlane => "moved to another swimlane:",
        EventName::TaskMoveProject => "brought in from another project:",
        EventName::TaskClose => "finished",
        EventName::TaskOpen => "reopened",
        EventName::TaskRemove => "deleted",
        EventName::TaskRestore => "restored",
        EventName::CommentCreate => "commented on",
        EventName::CommentUpdate => "edited a comment on",
        EventName::CommentDelete => "deleted a comment on",
        EventName::SubtaskCreate => "added the subtask",
        EventName::SubtaskUpdate => "edited the subtask",
        EventName::SubtaskDelete => "deleted the subtask",
        EventName::LinkCreateUpdate => "set the link",
        EventName::LinkDelete => "deleted the link",
        EventName::FileCreate => "attached the file",
        EventName::FileDestroy => "deleted the file",
        EventName::Managed(..) => "changed",
    }
}

/// The name of what was done something to, when it is not the task itself.
fn object(name: EventName, snapshot: &Snapshot) -> Option<String> {
    match name {
        EventName::SubtaskCreate | EventName::SubtaskUpdate | EventName::SubtaskDelete => {
            snapshot.subtask.as_ref().map(|subtask| subtask.title.clone())
        }
        EventName::LinkCreateUpdate | EventName::LinkDelete => {
            let link = snapshot.task_link.as_ref();
            link.map(|link| format!("{} #{}", link.label, link.opposite_task_id))
        }
        EventName::FileCreate | EventName::FileDestroy => {
            snapshot.file.as_ref().map(|file| file.name.clone())
        }
        EventName::TaskCreate
        | EventName::TaskUpdate
        | EventName::TaskAssigneeChange
        | EventName::TaskTagChange
        | EventName::TaskMoveColumn
        | EventName::TaskMovePosition
        | EventName::TaskMoveSwimlane
        | EventName::TaskMoveProject
        | EventName::TaskClose
        | EventName::TaskOpen
        | EventName::TaskRemove
        | EventName::TaskRestore
        | EventName::CommentCreate
        | EventName::CommentUpdate
        | EventName::CommentDelete
        | EventName::Managed(..) => None,
    }
}

/// Text as HTML shows it.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_names_stays_text() {
        assert_eq!(escape(r#"<a href="x">'&'</a>"#), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    }
}

//! What is told of the parts of a task: comments, subtasks, links, files.

use std::borrow::Cow;

use kanso_core::comment::CommentDetails;
use kanso_core::event::Logged;
use kanso_core::subtask::SubtaskDetails;
use kanso_domain::{ApplicationRole, FieldValue, NamedChange};

use super::{Fact, Kind, NAME, Told, fact, past, value, words};
use crate::body::{Error, comment, file, subtask, task_link, text};

/// Nobody knows who reads a channel: what not every account may read is told without its text.
pub(super) fn commented<'a>(logged: &'a Logged, sentence: &'static str) -> Result<Told<'a>, Error> {
    let comment = comment(logged)?;
    let quote = is_for_all(comment).then_some(comment.comment.as_str());
    Ok(Told { quote, ..Told::new(sentence, Kind::Commented) })
}

/// The new text, and the one before it.
pub(super) fn comment_changed<'a>(logged: &'a Logged, before: &str) -> Result<Told<'a>, Error> {
    let before = Fact::new(words::BEFORE, before).filter(|_| comment(logged).is_ok_and(is_for_all));
    Ok(Told { facts: before.into_iter().collect(), ..commented(logged, words::COMMENT_CHANGED)? })
}

fn is_for_all(comment: &CommentDetails) -> bool {
    comment.is_visible_to(ApplicationRole::User)
}

pub(super) fn subtask_added(logged: &Logged) -> Result<Told<'_>, Error> {
    let subtask = subtask(logged)?;
    Ok(Told { facts: of_subtask(subtask), ..about_subtask(subtask, words::SUBTASK_ADDED) })
}

pub(super) fn subtask_removed(logged: &Logged) -> Result<Told<'_>, Error> {
    Ok(about_subtask(subtask(logged)?, words::SUBTASK_REMOVED))
}

fn about_subtask<'a>(subtask: &'a SubtaskDetails, sentence: &'static str) -> Told<'a> {
    Told { name: Some(Cow::Borrowed(&subtask.title)), ..Told::new(sentence, Kind::Subtask) }
}

/// Who has it, and how long it may take.
fn of_subtask(subtask: &SubtaskDetails) -> Vec<Fact> {
    let person = past::person(subtask.name.as_ref(), subtask.username.as_ref());
    let hours = (subtask.time_estimated > 0.0).then(|| value::hours(subtask.time_estimated));
    let label = words::field(kanso_domain::Field::TimeEstimated);
    let facts = [
        person.and_then(|name| Fact::new(words::ASSIGNEE, name)),
        hours.and_then(|hours| Fact::new(label, &hours)),
    ];
    facts.into_iter().flatten().collect()
}

/// A new status is what people wait for, so the sentence tells it.
pub(super) fn subtask_changed<'a>(logged: &'a Logged, changes: &[NamedChange]) -> Result<Told<'a>, Error> {
    let status = changes.iter().find(|change| change.field == "status").map(|change| &change.to);
    let sentence = match status {
        Some(FieldValue::Int(0)) => words::SUBTASK_RESET,
        Some(FieldValue::Int(1)) => words::SUBTASK_BEGUN,
        Some(FieldValue::Int(2)) => words::SUBTASK_DONE,
        _ => words::SUBTASK_CHANGED,
    };
    let mut facts = fact::named_changes(logged, changes);
    facts.retain(|fact| sentence == words::SUBTASK_CHANGED || fact.label != words::STATUS);
    Ok(Told { facts, ..about_subtask(subtask(logged)?, sentence) })
}

/// As the task sees the link: "is blocked by" and the other task.
pub(super) fn linked<'a>(logged: &'a Logged, sentence: &'static str) -> Result<Told<'a>, Error> {
    let link = task_link(logged)?;
    let label = text::shorten(&text::line(&link.label), NAME);
    let mut letters = label.chars();
    let begins = letters.next().map(char::to_uppercase);
    let label = begins.map_or_else(|| words::LINK.to_owned(), |first| first.chain(letters).collect());
    let facts = Fact::new(label, &format!("#{}", link.opposite_task_id)).into_iter().collect();
    Ok(Told { facts, ..Told::new(sentence, Kind::Linked) })
}

pub(super) fn attached<'a>(logged: &'a Logged, sentence: &'static str) -> Result<Told<'a>, Error> {
    let file = file(logged)?;
    let facts = Fact::new(words::SIZE, &value::size(file.size)).into_iter().collect();
    Ok(Told { name: Some(Cow::Borrowed(&file.name)), facts, ..Told::new(sentence, Kind::Attached) })
}

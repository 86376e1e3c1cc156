//! What is told of a task itself.

use std::borrow::Cow;

use jiff::tz::TimeZone;
use kanso_core::event::Logged;
use kanso_domain::{EventName, FieldChange, ProjectId, Slot, UserId};

use super::{Fact, Kind, Told, fact, past, words};
use crate::body::{Error, task};

/// A sentence, where the task is, and what it is like.
pub(super) fn simple<'a>(
    logged: &'a Logged,
    zone: &TimeZone,
    sentence: &'static str,
    kind: Kind,
) -> Result<Told<'a>, Error> {
    let task = task(logged)?;
    let facts = fact::place(task).chain(fact::circumstances(task, zone)).collect();
    Ok(Told { facts, ..Told::new(sentence, kind) })
}

pub(super) fn created<'a>(logged: &'a Logged, zone: &TimeZone) -> Result<Told<'a>, Error> {
    let quote = task(logged)?.description.as_deref();
    Ok(Told { quote, ..simple(logged, zone, words::CREATED, Kind::Created)? })
}

pub(super) fn updated<'a>(logged: &'a Logged, changes: &[FieldChange], zone: &TimeZone) -> Told<'a> {
    Told { facts: fact::changes(logged, changes, zone), ..Told::new(words::CHANGED, Kind::Changed) }
}

pub(super) fn assigned<'a>(logged: &'a Logged, to: UserId, zone: &TimeZone) -> Result<Told<'a>, Error> {
    let (sentence, to) = match to.get() {
        0 => (words::UNASSIGNED, None),
        _ if to == logged.actor_id => (words::TAKEN, None),
        to => (words::ASSIGNED, past::user(logged, to).map(Cow::Borrowed)),
    };
    let mut told = Told { to, ..simple(logged, zone, sentence, Kind::Assigned)? };
    // Who has it is said already.
    told.facts.retain(|fact| fact.label != words::ASSIGNEE);
    Ok(told)
}

/// Both ends, as people write lists of tags.
pub(super) fn tagged<'a>(logged: &'a Logged, before: &[String]) -> Told<'a> {
    let facts = fact::tags(before, &logged.snapshot.tags).into_iter().collect();
    Told { facts, ..Told::new(words::TAGGED, Kind::Changed) }
}

/// A move is told by what its name says of it: a diagonal one has two.
pub(super) fn moved<'a>(
    name: EventName,
    logged: &'a Logged,
    (from, to): (Slot, Slot),
    zone: &TimeZone,
) -> Result<Told<'a>, Error> {
    let column = |slot: Slot| past::column(logged, slot.lane.column).map(Cow::Borrowed);
    let swimlane = |slot: Slot| past::swimlane(logged, slot.lane.swimlane).map(Cow::Borrowed);
    let mut facts: Vec<Fact> = fact::circumstances(task(logged)?, zone).collect();
    let (sentence, kind, from, to) = if name == EventName::TaskMoveColumn {
        (words::MOVED_COLUMN, Kind::Moved, column(from), column(to))
    } else if name == EventName::TaskMoveSwimlane {
        (words::MOVED_SWIMLANE, Kind::Moved, swimlane(from), swimlane(to))
    } else {
        let places = format!("{}{}{}", from.position, words::ARROW, to.position);
        facts.splice(0..0, Fact::new(words::POSITION, &places));
        let is_up = to.position < from.position;
        (if is_up { words::MOVED_UP } else { words::MOVED_DOWN }, Kind::Reordered, None, column(to))
    };
    Ok(Told { from, to, facts, ..Told::new(sentence, kind) })
}

pub(super) fn moved_to_project<'a>(
    logged: &'a Logged,
    from: ProjectId,
    zone: &TimeZone,
) -> Result<Told<'a>, Error> {
    Ok(Told {
        from: past::left_project(logged, from).map(Cow::Borrowed),
        to: Some(Cow::Borrowed(&task(logged)?.project_name)),
        ..simple(logged, zone, words::MOVED_PROJECT, Kind::Moved)?
    })
}

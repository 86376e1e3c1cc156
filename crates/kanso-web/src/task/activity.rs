//! What happened to a task, in sentences.

use kanso_core::event::Logged;

use super::sheet::{Material, name_of};
use super::view::ActivityView;
use crate::activity::words::sentence;
use crate::page::Page;

/// The task's history, newest first.
pub(super) fn lines(page: &Page, material: &Material) -> Vec<ActivityView> {
    material.events.iter().map(|logged| line(page, material, logged)).collect()
}

fn line(page: &Page, material: &Material, logged: &Logged) -> ActivityView {
    let name = name_of(&material.members, logged.actor_id.get()).or(logged.actor.as_deref());
    let who = name.map_or_else(|| page.text("somebody-by-api"), str::to_owned);
    ActivityView {
        words: sentence(page, &who, logged),
        iso: page.iso(logged.at),
        when: page.moment(logged.at),
    }
}

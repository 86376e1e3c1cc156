//! The fields in words.

use kanso_domain::UserId;

use crate::page::Page;
use crate::task::sheet::{color_name, name_of};
use crate::task::view::{ClashView, TaskForm};

/// The fields in which two forms differ, with both values.
pub(crate) fn clashes(
    page: &Page,
    theirs: &TaskForm,
    yours: &TaskForm,
    people: &[(UserId, String)],
    categories: &[(i64, &str)],
) -> Vec<ClashView> {
    let pairs =
        labelled(page, theirs, people, categories).into_iter().zip(labelled(page, yours, people, categories));
    let differing = pairs.filter(|((_, theirs), (_, yours))| theirs != yours);
    differing.map(|((label, theirs), (_, yours))| ClashView { label, theirs, yours }).collect()
}

/// The fields in words, in the order of the page: title and description first.
pub(super) fn labelled(
    page: &Page,
    form: &TaskForm,
    people: &[(UserId, String)],
    categories: &[(i64, &str)],
) -> Vec<(String, String)> {
    let assignee = name_of(people, form.assignee).map_or_else(|| page.text("nobody"), str::to_owned);
    let category = categories.iter().find(|(id, _)| *id == form.category).map_or("", |(_, name)| name);
    let time = |text: &str| text.replace('T', " ");
    vec![
        (page.text("title"), form.title.clone()),
        (page.text("description"), form.description.clone()),
        (page.text("assignee"), assignee),
        (page.text("tags"), form.tags.join(", ")),
        (page.text("category"), category.to_owned()),
        (page.text("color"), color_name(page, &form.color)),
        (page.text("due-date"), time(&form.date_due)),
        (page.text("start-date"), time(&form.date_started)),
        (page.text("priority"), form.priority.to_string()),
        (page.text("complexity"), form.score.clone()),
        (page.text("time-estimated"), form.estimated.clone()),
        (page.text("time-spent"), form.spent.clone()),
        (page.text("reference"), form.reference.clone()),
    ]
}

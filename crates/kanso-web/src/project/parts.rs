//! Which parts of a project a form asks for.

use kanso_core::project::Parts;

use crate::page::Page;

/// A part with its name.
pub(crate) struct PartView {
    pub(crate) id: &'static str,
    pub(crate) name: String,
    pub(crate) is_wanted: bool,
}

/// The parts whose boxes are ticked.
pub(super) fn wanted(fields: &[(String, String)]) -> Parts {
    let has = |part: &str| fields.iter().any(|(key, value)| key == "part" && value == part);
    Parts {
        permissions: has("permissions"),
        roles: has("roles"),
        categories: has("categories"),
        tags: has("tags"),
        actions: has("actions"),
        filters: has("filters"),
        metadata: has("metadata"),
        tasks: has("tasks"),
    }
}

/// All parts, as a form shows them.
pub(super) fn parts(page: &Page, wanted: Parts) -> Vec<PartView> {
    let view = |(id, name, is_wanted)| PartView { id, name, is_wanted };
    let parts = [
        ("permissions", page.text("part-permissions"), wanted.permissions),
        ("roles", page.text("custom-roles"), wanted.roles),
        ("categories", page.text("categories"), wanted.categories),
        ("tags", page.text("tags"), wanted.tags),
        ("actions", page.text("part-actions"), wanted.actions),
        ("filters", page.text("part-filters"), wanted.filters),
        ("metadata", page.text("part-metadata"), wanted.metadata),
        ("tasks", page.text("part-tasks"), wanted.tasks),
    ];
    parts.into_iter().map(view).collect()
}

/// What most people want of a project that they copy: all but its tasks.
pub(super) const USUAL: Parts = Parts {
    permissions: true,
    roles: true,
    categories: true,
    tags: true,
    actions: true,
    filters: true,
    metadata: true,
    tasks: false,
};

/// The value of a field of a form; empty when it has none.
pub(super) fn field<'f>(fields: &'f [(String, String)], name: &str) -> &'f str {
    fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

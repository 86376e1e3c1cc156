use kanso_core::Kind::{Category, Project};

use crate::category;
use crate::class::Class::{Manager, Viewer};
use crate::class::Missing::{EmptyList, False, Null, True};
use crate::procedure::{Procedure, procedure};

#[rustfmt::skip]
pub(super) fn all() -> Vec<Procedure> {
    vec![
        procedure("createCategory", "project_id, name, color_id?", Manager(Project), False, category::create_category),
        procedure("getCategory", "category_id", Viewer(Category), Null, category::get_category),
        procedure("getAllCategories", "project_id", Viewer(Project), EmptyList, category::get_all_categories),
        procedure("updateCategory", "id, name, color_id?", Manager(Category), True, category::update_category),
        procedure("removeCategory", "category_id", Manager(Category), False, category::remove_category),
    ]
}

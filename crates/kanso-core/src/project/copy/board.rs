//! The lists of a project: columns, swimlanes, categories, tags, texts.

use kanso_db::{Conn, params};

use super::Parts;
use crate::Result;

const COLUMNS: &str = "INSERT INTO columns \
    (project_id, title, position, task_limit, description, hide_in_dashboard) \
    SELECT CAST($2 AS BIGINT), title, position, task_limit, description, hide_in_dashboard \
    FROM columns WHERE project_id = $1 ORDER BY position, id";
const SWIMLANES: &str = "INSERT INTO swimlanes \
    (project_id, name, position, is_active, description, task_limit) \
    SELECT CAST($2 AS BIGINT), name, position, is_active, description, task_limit \
    FROM swimlanes WHERE project_id = $1 ORDER BY position, id";
const TEXTS: &str = "INSERT INTO predefined_task_descriptions (project_id, title, description) \
    SELECT CAST($2 AS BIGINT), title, description FROM predefined_task_descriptions \
    WHERE project_id = $1 ORDER BY id";
const CATEGORIES: &str = "INSERT INTO categories (project_id, name, description, color_id) \
    SELECT CAST($2 AS BIGINT), name, description, color_id FROM categories WHERE project_id = $1 ORDER BY id";
const TAGS: &str = "INSERT INTO tags (project_id, name, folded, color_id) \
    SELECT CAST($2 AS BIGINT), name, folded, color_id FROM tags WHERE project_id = $1 ORDER BY id";
const FILTERS: &str = "INSERT INTO custom_filters (project_id, user_id, name, filter, is_shared, appends) \
    SELECT CAST($2 AS BIGINT), user_id, name, filter, is_shared, appends FROM custom_filters \
    WHERE project_id = $1 ORDER BY id";
const METADATA: &str = "INSERT INTO project_has_metadata (project_id, name, value, changed_by, changed_on) \
    SELECT CAST($2 AS BIGINT), name, value, changed_by, changed_on FROM project_has_metadata \
    WHERE project_id = $1 ORDER BY name";

/// Copies what the parts name from the first project to the second, which has none of it.
pub(super) async fn copy(conn: &Conn, [from, to]: [i64; 2], parts: Parts) -> Result<()> {
    let lists = [
        (true, COLUMNS),
        (true, SWIMLANES),
        (true, TEXTS),
        (parts.categories, CATEGORIES),
        (parts.tags, TAGS),
        (parts.filters, FILTERS),
        (parts.metadata, METADATA),
    ];
    for (_, list) in lists.into_iter().filter(|(is_wanted, _)| *is_wanted) {
        conn.execute(list, params![from, to]).await?;
    }
    Ok(())
}

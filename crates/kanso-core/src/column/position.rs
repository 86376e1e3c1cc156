//! Moving a column.

use kanso_db::params;
use kanso_domain::{ColumnId, Permission, ProjectId};

use super::{Column, list};
use crate::{Actor, App, Error, Fault, Kind, Result, event};

/// Moves a column to the `position`th place from the left and numbers all columns 1..n.
///
/// # Errors
///
/// [`Fault::Unknown`] for a position beyond the board; [`Kind::Column`] when the project has no such column.
#[crate::use_case]
pub async fn move_column(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    column: ColumnId,
    position: i64,
) -> Result<()> {
    const PLACE: &str = "UPDATE columns SET position = $1 WHERE id = $2";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let columns = list(change.conn(), project).await?;
            let ids = columns.iter().map(|known| known.id.get()).collect();
            for (id, place) in placed(ids, column.get(), position, Kind::Column)? {
                change.conn().execute(PLACE, params![place, id]).await?;
            }
            for before in columns.iter().filter(|known| known.id == column) {
                event::updated(change, before, &Column { position, ..before.clone() }).await?;
            }
            Ok(())
        })
    })
    .await
}

/// The numbers 1..n for `ids` with `id` at `position`.
pub(crate) fn placed(mut ids: Vec<i64>, id: i64, position: i64, kind: Kind) -> Result<Vec<(i64, i64)>> {
    let from = ids.iter().position(|known| *known == id).ok_or(Error::NotFound(kind))?;
    let to = usize::try_from(position - 1).ok().filter(|to| *to < ids.len());
    let to = to.ok_or(Error::Invalid(Fault::Unknown("position")))?;
    let moved = ids.remove(from);
    ids.insert(to, moved);
    Ok(ids.into_iter().zip(1..).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_column_takes_its_place_and_the_others_close_up() {
        let order = |id, position| {
            placed(vec![10, 20, 30], id, position, Kind::Column)
                .map(|placed| placed.into_iter().map(|(id, _)| id).collect::<Vec<_>>())
        };
        assert_eq!(order(30, 1).unwrap(), [30, 10, 20]);
        assert_eq!(order(10, 3).unwrap(), [20, 30, 10]);
        assert!(order(10, 4).is_err());
        assert!(order(10, 0).is_err());
        assert!(order(40, 1).is_err());
    }
}

//! A board that Trello exported (Share > Print, export > JSON), as an archive of a project.
//!
//! Lists become columns, cards tasks, labels tags, check lists subtasks, comments comments, custom fields metadata, and
//! attachments external links: their contents are not in the file. What archives do for people holds here, too: who is
//! not known gets no account, and their name stays where they were.

mod board;
mod card;
mod rows;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use kanso_core::archive::compose_archive;

use board::Board;

/// What a board became.
#[derive(Clone, Debug)]
pub struct FromTrello {
    /// The archive, for `kanso_core::archive`.
    pub archive: Vec<u8>,
    /// How many comments the cards had that the file does not hold: Trello exports the latest thousand things that
    /// happened on a board.
    pub missing_comments: u64,
    /// How many attachments stay at Trello and are linked.
    pub linked_files: u64,
}

/// Why a file is not taken.
#[derive(Debug, thiserror::Error)]
pub enum NoTrello {
    /// It is no JSON, or cut off.
    #[error("it is not JSON, or not all of it: {0}")]
    NoJson(serde_json::Error),
    /// It is something else.
    #[error("it is no board of Trello: it has no lists and cards")]
    NoBoard,
    /// It cannot be written as an archive.
    #[error("it cannot be put into an archive: {0}")]
    Unwritable(#[from] kanso_core::Error),
}

/// A board of Trello as an archive; any other file as it is.
pub fn as_archive(file: Vec<u8>) -> Vec<u8> {
    let is_object = file.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    let board = is_object.then(|| from_trello(&file, &BTreeMap::new()).ok()).flatten();
    board.map_or(file, |board| board.archive)
}

/// Puts a board into an archive. `people` says who somebody at Trello, by their user name there, is here.
///
/// # Errors
///
/// When `json` is no board of Trello.
pub fn from_trello(json: &[u8], people: &BTreeMap<String, String>) -> Result<FromTrello, NoTrello> {
    let board: Board = serde_json::from_slice(json).map_err(NoTrello::NoJson)?;
    if board.lists.is_none() || board.cards.is_none() {
        return Err(NoTrello::NoBoard);
    }
    let composition = rows::compose(&board, people);
    let held = composition.rows.get("comments").map_or(0, Vec::len) as u64;
    Ok(FromTrello {
        archive: compose_archive(&composition)?,
        missing_comments: board.comments_of_cards().saturating_sub(held),
        linked_files: board.uploads(),
    })
}

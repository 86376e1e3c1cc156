//! A row of Kanboard's, and what is made of it.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use kanso_core::import::Cell;
use rusqlite::types::Value;

use super::value::{int, real, text};
use super::{Part, Take};
use crate::report::Tally;

/// What is known while rows are read.
#[derive(Default)]
pub(crate) struct Context {
    /// By this program's table: the ids of the rows that come along.
    pub(crate) known: HashMap<&'static str, HashSet<i64>>,
    /// What no two rows may have the same of.
    pub(crate) seen: HashSet<String>,
    /// The folder with the contents of files.
    pub(crate) files: Option<PathBuf>,
    /// The paths of contents that rows name, each once.
    pub(crate) contents: HashSet<String>,
    /// Accounts that read their newest comments first.
    pub(crate) newest_first: HashSet<i64>,
    /// Unix seconds.
    pub(crate) now: i64,
}

impl Context {
    pub(crate) fn has(&self, table: &str, id: i64) -> bool {
        self.known.get(table).is_some_and(|ids| ids.contains(&id))
    }

    fn has_content(&self, path: &str) -> bool {
        // A path that leads out of the folder names nothing.
        let is_inside =
            !path.is_empty() && path.split('/').all(|part| !part.is_empty() && part != ".." && part != ".");
        is_inside && self.files.as_ref().is_some_and(|folder| folder.join(path).is_file())
    }
}

/// A row with the names of its columns.
pub(crate) struct Row<'r> {
    pub(crate) number: i64,
    pub(crate) names: &'r [&'static str],
    pub(crate) values: &'r [Value],
}

impl Row<'_> {
    pub(crate) fn get(&self, name: &str) -> &Value {
        let place = self.names.iter().position(|known| *known == name);
        place.and_then(|place| self.values.get(place)).unwrap_or(&Value::Null)
    }

    /// What the row is called in the report.
    fn name(&self) -> String {
        self.values.first().and_then(text).unwrap_or_default()
    }

    /// The row in this program's words; `None` when it stays behind, which the tally then says.
    pub(crate) fn read(&self, part: &Part, context: &mut Context, tally: &mut Tally) -> Option<Vec<Cell>> {
        tally.found += 1;
        let mut cells = Vec::with_capacity(part.columns.len());
        for (column, take) in part.columns {
            match self.cell(column, *take, context, tally) {
                Ok(cell) => cells.push(cell),
                Err(why) => {
                    tally.leave(why, || self.described(column));
                    return None;
                }
            }
        }
        if !part.unique.is_empty() {
            let key: Vec<String> = part.unique.iter().map(|column| format!("{:?}", cells[*column])).collect();
            if !context.seen.insert(format!("{} {}", part.to, key.join(" "))) {
                tally.leave("the same is there already", || self.name());
                return None;
            }
        }
        if part.is_named
            && let Some(Cell::Int(id)) = cells.first()
        {
            context.known.entry(part.to).or_default().insert(*id);
        }
        tally.taken += 1;
        Some(cells)
    }

    fn described(&self, column: &str) -> String {
        let named = text(self.get(column)).unwrap_or_else(|| "none".to_owned());
        format!("{} with {column} {named}", self.name())
    }

    /// An error says why the row stays behind.
    fn cell(
        &self,
        column: &str,
        take: Take,
        context: &mut Context,
        tally: &mut Tally,
    ) -> Result<Cell, String> {
        let value = self.get(column);
        Ok(match take {
            Take::Key => match int(value).filter(|id| *id > 0) {
                Some(id) => id.into(),
                None => return Err("it has no id".to_owned()),
            },
            Take::Number => self.number.into(),
            Take::Int(other) => int(value).unwrap_or(other).into(),
            Take::IntOrNull => int(value).into(),
            Take::IntElse(other) => int(value).or_else(|| int(self.get(other))).unwrap_or_default().into(),
            Take::Real => real(value).unwrap_or_default().into(),
            Take::RealOrNull => real(value).into(),
            Take::Text(other) => text(value).unwrap_or_else(|| other.to_owned()).into(),
            Take::TextOrNull => text(value).into(),
            Take::Of(table) => match int(value) {
                Some(id) if context.has(table, id) => id.into(),
                _ => return Err(format!("it names what is not in {table}")),
            },
            Take::OfOrAll(table) => match int(value).unwrap_or_default() {
                id if id == 0 || context.has(table, id) => id.into(),
                _ => return Err(format!("it names what is not in {table}")),
            },
            Take::OrNull(table) => self.may(column, table, context, tally).filter(|id| *id > 0).into(),
            Take::May(table) => self.may(column, table, context, tally).unwrap_or_default().into(),
            Take::MayOrNull(table) => self.may(column, table, context, tally).into(),
            Take::Content | Take::Picture => return self.content(column, take, context, tally),
            Take::Token => {
                let token = text(value).filter(|token| !token.is_empty());
                Cell::Token(token.ok_or_else(|| "it has no token".to_owned())?)
            }
            Take::AccessToken => filled(value, Cell::AccessToken),
            Take::TwoFactor => filled(value, Cell::TwoFactor),
            Take::Made(make) => make(&text(value).unwrap_or_default()),
            Take::Word(words) => return self.word(column, words, tally),
            Take::NewestFirst => {
                i64::from(int(self.get("id")).is_some_and(|id| context.newest_first.contains(&id))).into()
            }
            Take::Fixed(value) => value.into(),
            Take::FromNow(seconds) => (context.now + seconds).into(),
        })
    }

    /// `None` where no value stands; 0 where nothing is named, or what is not there.
    fn may(&self, column: &str, table: &'static str, context: &Context, tally: &mut Tally) -> Option<i64> {
        let id = int(self.get(column))?;
        if id == 0 || context.has(table, id) {
            return Some(id);
        }
        tally.mend(format!("names what is not in {table}, so none is named"), || self.described(column));
        Some(0)
    }

    fn word(&self, column: &str, words: &'static [&'static str], tally: &mut Tally) -> Result<Cell, String> {
        let text = text(self.get(column)).unwrap_or_default();
        if let Some(word) = words.iter().find(|word| **word == text && !word.is_empty()) {
            return Ok((*word).into());
        }
        match words.first() {
            Some(first) if !first.is_empty() => {
                if !text.is_empty() {
                    tally.mend(format!("there is no such {column} here, so it is {first}"), || {
                        self.described(column)
                    });
                }
                Ok((*first).into())
            }
            _ => Err(format!("there is no such {column} here")),
        }
    }

    fn content(
        &self,
        column: &str,
        take: Take,
        context: &mut Context,
        tally: &mut Tally,
    ) -> Result<Cell, String> {
        let path = text(self.get(column)).unwrap_or_default().replace('\\', "/");
        if context.has_content(&path) {
            context.contents.insert(path.clone());
            return Ok(path.into());
        }
        if matches!(take, Take::Content) {
            return Err("its content is missing in the folder of files".to_owned());
        }
        if !path.is_empty() {
            tally.mend("its picture is missing in the folder of files", || self.described(column));
        }
        Ok(Cell::Null)
    }
}

fn filled(value: &Value, cell: fn(String) -> Cell) -> Cell {
    text(value).filter(|text| !text.is_empty()).map_or(Cell::Null, cell)
}

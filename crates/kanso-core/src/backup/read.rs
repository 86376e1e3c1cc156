//! A backup piece by piece, in the order in which they must come.

use std::collections::BTreeSet;
use std::path::Path;

use super::crypt::Passphrase;
use super::head::{End, Head};
use super::unroll::{Content, Unroller, early};
use super::{BackupFault, END, FORMAT, HEAD, KEY, VERSION};
use crate::file::FileStore;

/// A part of a backup.
pub(super) enum Piece {
    /// Rows of the table at this place of the head, a line each.
    Rows(usize, Vec<u8>),
    /// A content with this number and size, which can be read now.
    Content(u64, u64),
    /// That this is all.
    End(End),
}

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// Rows, after so many entries of the table at this place; or anything later.
    Rows(usize, u64),
    Names(u64),
    Files(u64),
    Over,
}

/// A backup that is being read.
pub(super) struct Reader {
    tape: Unroller,
    pub(super) head: Head,
    /// The secret key, if it is in it.
    pub(super) key: Option<String>,
    at: At,
    paths: Vec<String>,
    known: BTreeSet<String>,
    contents: BTreeSet<u64>,
}

impl Reader {
    pub(super) fn open(path: &Path, passphrase: Option<&Passphrase>) -> Result<Self, BackupFault> {
        let mut tape = Unroller::open(path, passphrase)?;
        let size = tape.header_of(HEAD).ok().flatten().ok_or(BackupFault::NoBackup)?;
        let head: Head =
            serde_json::from_slice(&tape.entry(size)?).map_err(|_| BackupFault::damaged(HEAD))?;
        if head.format != FORMAT {
            return Err(BackupFault::NoBackup);
        }
        if head.version != VERSION {
            return Err(BackupFault::Version(head.version));
        }
        let key = match tape.header_of(KEY)? {
            Some(size) => {
                let text = String::from_utf8(tape.entry(size)?);
                Some(text.map_err(|_| BackupFault::damaged(KEY))?)
            }
            None => None,
        };
        Ok(Self {
            tape,
            head,
            key,
            at: At::Rows(0, 0),
            paths: Vec::new(),
            known: BTreeSet::new(),
            contents: BTreeSet::new(),
        })
    }

    /// The next piece; `None` at the end, when all was as it was written.
    pub(super) fn next(&mut self) -> Result<Option<Piece>, BackupFault> {
        loop {
            let Some((name, size)) = self.tape.header()? else {
                let is_all = self.at == At::Over;
                return if is_all { self.tape.over().map(|()| None) } else { Err(early()) };
            };
            let path: Vec<&str> = name.split('/').collect();
            match path.as_slice() {
                ["rows", table, number] => return self.rows((table, number), size).map(Some),
                ["names", number] => self.names(number, size)?,
                ["files", number] => return self.file(number, size).map(Some),
                [END] if self.at != At::Over => return self.end(size).map(Some),
                _ => return Err(BackupFault::Damaged(name)),
            }
        }
    }

    fn rows(&mut self, (table, number): (&str, &str), size: u64) -> Result<Piece, BackupFault> {
        let odd = || BackupFault::Damaged(format!("rows/{table}/{number}"));
        let place = self.head.tables.iter().position(|known| known.name == table).ok_or_else(odd)?;
        let number = number_of(number, ".jsonl").ok_or_else(odd)?;
        let is_next = match self.at {
            At::Rows(at, last) if at == place => number == last + 1,
            At::Rows(at, _) => at < place && number == 1,
            At::Names(_) | At::Files(_) | At::Over => false,
        };
        if !is_next {
            return Err(odd());
        }
        self.at = At::Rows(place, number);
        Ok(Piece::Rows(place, self.tape.entry(size)?))
    }

    fn names(&mut self, number: &str, size: u64) -> Result<(), BackupFault> {
        let odd = || BackupFault::Damaged(format!("names/{number}"));
        let number = number_of(number, ".json").ok_or_else(odd)?;
        let is_next = match self.at {
            At::Rows(..) => number == 1,
            At::Names(last) => number == last + 1,
            At::Files(_) | At::Over => false,
        };
        if !is_next {
            return Err(odd());
        }
        self.at = At::Names(number);
        let paths: Vec<String> = serde_json::from_slice(&self.tape.entry(size)?).map_err(|_| odd())?;
        for path in paths {
            // What would lead out of the store is no path of it.
            if !FileStore::takes(&path) || !self.known.insert(path.clone()) {
                return Err(BackupFault::Damaged(format!("a file at {path}")));
            }
            self.paths.push(path);
        }
        Ok(())
    }

    fn file(&mut self, number: &str, size: u64) -> Result<Piece, BackupFault> {
        let odd = || BackupFault::Damaged(format!("files/{number}"));
        let number = number_of(number, "").ok_or_else(odd)?;
        let is_next = match self.at {
            At::Files(last) => number > last,
            At::Rows(..) | At::Names(_) => number > 0,
            At::Over => false,
        };
        if !is_next || number > self.paths.len() as u64 {
            return Err(odd());
        }
        self.at = At::Files(number);
        self.contents.insert(number);
        self.tape.begin(size);
        Ok(Piece::Content(number, size))
    }

    fn end(&mut self, size: u64) -> Result<Piece, BackupFault> {
        let odd = || BackupFault::damaged(END);
        let end: End = serde_json::from_slice(&self.tape.entry(size)?).map_err(|_| odd())?;
        let is_known = |number: &u64| *number > 0 && *number <= self.paths.len() as u64;
        let is_told = |number: &u64| self.contents.contains(number) || end.lost.contains(number);
        let are_all = (1..=self.paths.len() as u64).all(|number| is_told(&number));
        if !are_all || !end.lost.iter().all(is_known) || end.files != self.contents.len() as u64 {
            return Err(odd());
        }
        self.at = At::Over;
        Ok(Piece::End(end))
    }

    /// The content that was announced last, as far as it is not read yet.
    pub(super) fn content(&mut self) -> Content<'_> {
        self.tape.content()
    }

    /// Where the content with this number belongs.
    pub(super) fn path(&self, number: u64) -> Result<String, BackupFault> {
        let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        let path = place.and_then(|place| self.paths.get(place));
        path.cloned().ok_or_else(|| BackupFault::Damaged(format!("files/{number}")))
    }

    pub(super) fn is_encrypted(&self) -> bool {
        self.tape.is_encrypted
    }

    /// How many bytes came out so far.
    pub(super) fn unpacked(&self) -> u64 {
        self.tape.unpacked
    }

    pub(super) fn into_paths(self) -> Vec<String> {
        self.paths
    }
}

/// The number in a name, written as this program writes it.
fn number_of(text: &str, end: &str) -> Option<u64> {
    let digits = text.strip_suffix(end)?;
    digits.parse().ok().filter(|number: &u64| number.to_string() == digits)
}

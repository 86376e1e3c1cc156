//! Reports of a project: a picture, and a table beside it with the same figures.

mod ask;
mod build;
mod days;
mod hours;
mod parts;
mod picture;
pub(crate) mod show;
mod table;
mod what;

use ask::{Ask, Given};
use picture::{Drawing, Picture};
use table::{Cell, Table};
use what::What;

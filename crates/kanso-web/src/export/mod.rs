//! What a project holds, as files for programs for tables.

pub(crate) mod file;
mod rows;
pub(crate) mod show;
mod span;
mod what;

use span::Given;
use what::What;

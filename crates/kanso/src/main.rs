//! Kanso: a kanban board in one program.

use std::process::ExitCode;

use clap::Parser;
use kanso::cli::Cli;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    kanso::run(Cli::parse())
}

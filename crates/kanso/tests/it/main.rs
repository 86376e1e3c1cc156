//! All tests over HTTP, in one program. `KANSO_TEST_DB` says on which database.

mod board;
mod commands;
mod comments;
mod crash;
mod live;
mod moves;
mod pages;
mod permissions;
mod projects;
mod protocol;
mod tasks;
mod team;
mod webhooks;

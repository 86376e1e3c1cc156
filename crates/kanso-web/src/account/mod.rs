//! The door: signing in and out, the code, a forgotten password, an invitation.

pub(crate) mod code;
mod enter;
pub(crate) mod forgot;
pub(crate) mod invitation;
mod origin;
pub(crate) mod password;
pub(crate) mod provider;
pub(crate) mod remembered;
pub(crate) mod sign_in;
pub(crate) mod sign_out;
pub(crate) mod view;

//! The tokens of an account.

use kanso_db::params;
use kanso_domain::UserId;

use super::{Token, TokenRow};
use crate::{Actor, App, Result};

/// The tokens of an account, newest first, for its owner and for administrators.
#[crate::use_case]
pub async fn list_tokens(app: &App, actor: &Actor, user: UserId) -> Result<Vec<Token>> {
    actor.require_self_or_admin(user)?;
    let list = format!("SELECT {} FROM api_tokens WHERE user_id = $1 ORDER BY id DESC", TokenRow::COLUMNS);
    let rows = app.read(move |conn| {
        Box::pin(async move { Ok(conn.all::<TokenRow>(&list, params![user.get()]).await?) })
    });
    rows.await?.into_iter().map(Token::try_from).collect()
}

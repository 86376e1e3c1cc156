//! A mail to try whether mails arrive.

use kanso_domain::Permission;

use super::{MailKind, NewMail, enqueue};
use crate::{Actor, App, Result};

/// Writes a mail to the actor's own address that says what `subject` says, for administrators.
#[crate::use_case]
pub async fn send_test_mail(app: &App, actor: &Actor, subject: String) -> Result<()> {
    actor.require(Permission::Administrate)?;
    let user = actor.user_id();
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let now = change.now_ms();
            let mail = NewMail { kind: MailKind::Action, subject, ..NewMail::to(user, now) };
            enqueue(change.conn(), &mail, now).await
        })
    })
    .await
}

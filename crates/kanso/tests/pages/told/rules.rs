//! What rules tell people.

use kanso_core::Actor;
use kanso_core::action::{Addressee, Composed, Deed, NewRule, create_rule};
use serde_json::json;

use super::World;
use crate::team::person;

impl World {
    /// A rule of the application that tells somebody when a task is moved, and its id.
    async fn tells(&self, to: Addressee, text: &str) -> i64 {
        let deed = Deed::Notify { to, text: text.to_owned() };
        let new = NewRule {
            project: self.project.id.into(),
            events: "task.move.column".to_owned(),
            composed: Composed { filter: String::new(), deeds: vec![deed] },
        };
        create_rule(&self.app.app, &Actor::Application, new).await.unwrap().get()
    }

    /// What the log says last of a rule.
    async fn outcome(&self, rule: i64) -> String {
        const LOG: &str =
            "SELECT action_id, outcome FROM rule_log WHERE action_id IS NOT NULL ORDER BY id DESC";
        let log = self.app.rows::<(i64, String)>(LOG).await;
        log.into_iter().find(|(of, _)| *of == rule).expect("it was called for").1
    }
}

#[tokio::test]
async fn a_rule_tells_the_assignee_on_the_page_and_by_mail_in_its_own_words() {
    let world = World::start().await;
    let rule = world.tells(Addressee::Assignee, "Please review <this>").await;
    let task = world.task_for_bob("Brakes").await;
    world.arrived().await;
    let before = world.bob.unread().await.parse::<i64>().unwrap();
    world.project.drag(&world.ada.rpc, task, 1, 1).await;
    assert_eq!(world.outcome(rule).await, "done");
    let list = world.bob.browser.get("/notifications").await.body;
    assert!(
        list.contains("Please review &#60;this&#62;</strong> <span class=\"badge warn\">From a rule"),
        "{list}"
    );
    assert_eq!(
        world.bob.unread().await.parse::<i64>().unwrap(),
        before + 2,
        "the move, and what the rule says"
    );
    let arrived = world.arrived().await;
    let mail = arrived.iter().find(|mail| mail.unfolded().contains("Please review"));
    assert!(mail.is_some_and(|mail| mail.to.contains("bob@example.org")), "it came");
    assert!(!world.ada.browser.get("/notifications").await.body.contains("Please review"));
}

#[tokio::test]
async fn nobody_is_told_what_they_did_nor_who_may_not_read_it_nor_who_does_not_want_to() {
    let world = World::start().await;
    let (stranger, _) = person(&world.app, &world.project, "stranger", None).await;
    let to_creator = world.tells(Addressee::Creator, "To who made it").await;
    let to_stranger = world.tells(Addressee::User(stranger.into()), "To a stranger").await;
    let to_assignee = world.tells(Addressee::Assignee, "To who has it").await;
    let task = world.task_for_bob("Brakes").await;
    world.project.drag(&world.ada.rpc, task, 1, 1).await;
    assert_eq!(world.outcome(to_creator).await, "nothing", "ada did it");
    assert_eq!(world.outcome(to_stranger).await, "gone", "not in the project");
    assert_eq!(world.outcome(to_assignee).await, "done");
    world.project.drag(&world.bob.rpc, task, 2, 1).await;
    assert_eq!(world.outcome(to_creator).await, "done");
    assert_eq!(world.outcome(to_assignee).await, "nothing", "bob did it");
    // A box that is not ticked sends nothing.
    let silent =
        [("channel", "web"), ("filter", "4"), ("rhythm", "now"), ("quiet_from", ""), ("quiet_until", "")];
    world.bob.browser.submit("/profile/notifications", "/profile/notifications", &silent).await;
    world.project.drag(&world.ada.rpc, task, 3, 1).await;
    assert_eq!(world.outcome(to_assignee).await, "nothing", "he wants to be told nothing");
    let all = json!({"id": task, "owner_id": 0});
    world.ada.rpc.call("updateTask", all).await;
    world.project.drag(&world.ada.rpc, task, 0, 1).await;
    assert_eq!(world.outcome(to_assignee).await, "nothing", "nobody has it");
}

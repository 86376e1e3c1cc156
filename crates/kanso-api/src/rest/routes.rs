//! Every route, by what it is about.

use axum::http::StatusCode;
use utoipa::openapi::Required;

use super::delivery::{self, Delivery, DeliveryWithAttempts, redeliver::Redelivery};
use super::event::{self, WhichEvents, catalogue::Catalogue, feed::EventPage};
use super::page::WhichPage;
use super::recurrence::{self, NewRecurrence, Recurrence};
use super::route::Route;
use super::rule::draft::{NewRule, RuleChanges};
use super::rule::log::RuleRun;
use super::rule::{self, Rule};
use super::webhook::create::CreatedWebhook;
use super::webhook::draft::{NewWebhook, WebhookChanges};
use super::webhook::explain::Explanation;
use super::webhook::find::WebhookWithKeys;
use super::webhook::health::WebhookHealth;
use super::webhook::recover::{RecoveryCount, RecoveryProgress, RecoveryRequest};
use super::webhook::rotate::{Rotated, Rotation};
use super::webhook::test::{TestEvent, TestReport};
use super::webhook::why::Fates;
use super::webhook::{self, Webhook};

/// Where the routes begin.
pub(crate) const ROOT: &str = "/api/v1";

/// The table.
pub(crate) fn all() -> Vec<Route> {
    [webhooks(), care(), deliveries(), events(), rules(), recurrence()].into_iter().flatten().collect()
}

fn webhooks() -> Vec<Route> {
    vec![
        Route::get("/webhooks", webhook::find::list)
            .named("listWebhooks", "Lists the webhooks that the caller manages")
            .query::<webhook::find::Which>()
            .answers_page::<Webhook>("Webhooks by id."),
        Route::post("/webhooks", webhook::create::create)
            .named("createWebhook", "Makes a webhook")
            .about("The address and the template are judged first: what could not be sent to is refused.")
            .body::<NewWebhook>(Required::True)
            .answers::<CreatedWebhook>(StatusCode::CREATED, "The webhook, and its secret this once."),
        Route::post("/webhooks/explain", webhook::explain::explain)
            .named("explainWebhook", "Says what would come of a webhook, and stores nothing")
            .body::<NewWebhook>(Required::True)
            .answers::<Explanation>(StatusCode::OK, "What would be refused, and what would be sent."),
        Route::get("/webhooks/{id}", webhook::find::show)
            .named("getWebhook", "Shows a webhook")
            .answers::<WebhookWithKeys>(StatusCode::OK, "The webhook, secrets masked."),
        Route::patch("/webhooks/{id}", webhook::update::update)
            .named("updateWebhook", "Changes fields of a webhook")
            .about("What is left out stays; null gives the default. A mask sent back keeps the secret.")
            .body::<WebhookChanges>(Required::True)
            .answers::<Webhook>(StatusCode::OK, "The webhook as it is now."),
        Route::delete("/webhooks/{id}", webhook::remove::remove)
            .named("removeWebhook", "Removes a webhook with its deliveries")
            .answers_nothing("It is gone."),
    ]
}

fn care() -> Vec<Route> {
    vec![
        Route::post("/webhooks/{id}/test", webhook::test::send)
            .named("testWebhook", "Sends a made-up event and waits for the answer")
            .body::<TestEvent>(Required::False)
            .answers::<TestReport>(StatusCode::OK, "What came of it, good or bad."),
        Route::post("/webhooks/{id}/rotate-secret", webhook::rotate::rotate)
            .named("rotateSecret", "Gives a webhook another key")
            .about("Until the overlap is over, deliveries are signed with the key before as well.")
            .body::<Rotation>(Required::False)
            .answers::<Rotated>(StatusCode::OK, "What receivers need to know from now on."),
        Route::post("/webhooks/{id}/recover", webhook::recover::recover)
            .named("recoverWebhook", "Makes up for what a webhook missed")
            .body::<RecoveryRequest>(Required::True)
            .answers::<RecoveryCount>(StatusCode::OK, "How many deliveries there would be, for a dry run.")
            .answers::<RecoveryProgress>(StatusCode::ACCEPTED, "It has begun."),
        Route::get("/webhooks/{id}/recoveries/{recovery}", webhook::recover::show)
            .named("getRecovery", "Shows how far a recovery is")
            .answers::<RecoveryProgress>(StatusCode::OK, "The recovery."),
        Route::get("/webhooks/{id}/health", webhook::health::show)
            .named("getHealth", "Shows how a webhook fares")
            .answers::<WebhookHealth>(StatusCode::OK, "How it fares."),
        Route::get("/webhooks/{id}/deliveries", webhook::deliveries::list)
            .named("listDeliveries", "Lists the deliveries of a webhook, newest first")
            .query::<webhook::deliveries::Which>()
            .answers_page::<Delivery>("Deliveries, newest first."),
        Route::get("/webhooks/{id}/explain", webhook::why::show)
            .named("explainDelivery", "Says why a webhook was sent an event, or why not")
            .query::<webhook::why::Which>()
            .answers::<Fates>(StatusCode::OK, "What became of each of the event's names."),
    ]
}

fn deliveries() -> Vec<Route> {
    vec![
        Route::get("/deliveries/{id}", delivery::find::show)
            .named("getDelivery", "Shows a delivery with its attempts")
            .answers::<DeliveryWithAttempts>(StatusCode::OK, "The delivery."),
        Route::post("/deliveries/{id}/redeliver", delivery::redeliver::send)
            .named("redeliver", "Sends a delivery again: the same bytes with the same id")
            .about("Asked again while that waits, it answers the same delivery.")
            .answers::<Redelivery>(StatusCode::ACCEPTED, "The delivery that repeats it."),
    ]
}

fn events() -> Vec<Route> {
    vec![
        Route::get("/events", event::feed::list)
            .named("listEvents", "Lists what happened, as far as the caller may see it now")
            .about("Go on with `next` as `after`: no event is missed, also when there is nothing yet.")
            .query::<WhichEvents>()
            .answers::<EventPage>(StatusCode::OK, "Events, oldest first."),
        Route::get("/events/stream", event::stream::follow)
            .named("followEvents", "Tells what happens, as it happens, by server-sent events")
            .about(
                "Each message has the event's name as `event` and the event as `data`. Messages with an `id` are \
                 what to go on after: browsers send it as `Last-Event-ID` by themselves.",
            )
            .query::<WhichEvents>()
            .streams("A stream that ends when the server stops."),
        Route::get("/events/{id}", event::show::show)
            .named("getEvent", "Shows an event by the id that its webhook had")
            .answers_named("Event", "The event."),
        Route::get("/event-types", event::catalogue::list)
            .named("listEventTypes", "Lists the events there are, with the schemas of their bodies")
            .answers::<Catalogue>(StatusCode::OK, "All events there are."),
    ]
}

fn rules() -> Vec<Route> {
    vec![
        Route::get("/projects/{id}/rules", rule::find::list)
            .named("listRules", "Lists the rules of a project, for who manages it")
            .about("Kanboard's automatic actions are among them; the JSON-RPC API makes those.")
            .query::<WhichPage>()
            .answers_page::<Rule>("Rules by id."),
        Route::post("/projects/{id}/rules", rule::create::create)
            .named("createRule", "Composes a rule, which acts with the rights of the caller")
            .about(
                "A token that is not for everything makes no rule, since the rule would outlive its limits.",
            )
            .body::<NewRule>(Required::True)
            .answers::<Rule>(StatusCode::CREATED, "The rule."),
        Route::get("/projects/{id}/rules/{rule}", rule::find::show)
            .named("getRule", "Shows a rule")
            .answers::<Rule>(StatusCode::OK, "The rule."),
        Route::patch("/projects/{id}/rules/{rule}", rule::update::update)
            .named("updateRule", "Changes fields of a composed rule")
            .about("What is left out stays. The rule then acts with the rights of the caller; its log stays.")
            .body::<RuleChanges>(Required::True)
            .answers::<Rule>(StatusCode::OK, "The rule as it is now."),
        Route::delete("/projects/{id}/rules/{rule}", rule::remove::remove)
            .named("removeRule", "Removes a rule with its log; what it did stays")
            .answers_nothing("It is gone."),
        Route::post("/projects/{id}/rules/{rule}/pause", rule::pause::pause)
            .named("pauseRule", "Pauses a rule; what happens meanwhile is not made up for later")
            .answers::<Rule>(StatusCode::OK, "The rule as it is now."),
        Route::post("/projects/{id}/rules/{rule}/resume", rule::pause::resume)
            .named("resumeRule", "Lets a rule go on")
            .answers::<Rule>(StatusCode::OK, "The rule as it is now."),
        Route::get("/projects/{id}/rules/{rule}/log", rule::log::list)
            .named("listRuleRuns", "Lists what a rule did and why it did not, newest first, for 30 days")
            .query::<WhichPage>()
            .answers_page::<RuleRun>("What came of the rule."),
    ]
}

fn recurrence() -> Vec<Route> {
    vec![
        Route::get("/tasks/{id}/recurrence", recurrence::find::show)
            .named("getRecurrence", "Shows on which days of the calendar a task comes back")
            .answers::<Recurrence>(StatusCode::OK, "How it comes back."),
        Route::put("/tasks/{id}/recurrence", recurrence::set::set)
            .named("setRecurrence", "Lets a task come back on days of the calendar")
            .about(
                "The first new task comes on the first of them after today, with what the old one was made with. The \
                 rule goes along to the new task. A task that recurs when something happens to it is refused.",
            )
            .body::<NewRecurrence>(Required::True)
            .answers::<Recurrence>(StatusCode::OK, "How it comes back."),
        Route::delete("/tasks/{id}/recurrence", recurrence::end::end)
            .named("endRecurrence", "Lets a task come back no more; those that came stay")
            .answers_nothing("It comes back no more."),
    ]
}

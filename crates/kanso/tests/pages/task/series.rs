//! Tasks that come back on days of the calendar: the form, and what it says of what it was told.

use std::time::Duration;

use kanso_core::recurrence::create_due_tasks;
use serde_json::json;

use super::Desk;

/// 21 September 2026 is a Monday.
const MONDAY: &str = "2026-09-21";

impl Desk {
    async fn come_back(&self, fields: &[(&str, &str)]) -> kanso_testkit::Page {
        self.browser.submit(&self.path("/recurrence"), &self.path("/series"), fields).await
    }

    /// What the page says after these fields were accepted.
    async fn says(&self, fields: &[(&str, &str)]) -> String {
        let saved = self.come_back(fields).await;
        assert_eq!(saved.location, Some(self.path("/recurrence")), "{}", saved.body);
        let page = self.browser.get(&self.path("/recurrence")).await.body;
        let note = page.split("<p class=\"note good\">").nth(1).and_then(|rest| rest.split("</p>").next());
        note.expect("a sentence").replace("<br>", " | ")
    }
}

#[tokio::test]
async fn every_second_monday_is_said_with_the_next_days() {
    let desk = Desk::new().await;
    assert!(desk.page().await.body.contains("Make it recur"));
    let fields =
        [("interval", "2"), ("unit", "week"), ("weekday", "1"), ("begins_on", MONDAY), ("ends", "never")];
    let says = desk.says(&fields).await;
    assert_eq!(says, "Every 2 weeks on Monday, from 21 Sep | Next: 5 Oct · 19 Oct · 2 Nov");
    assert!(desk.page().await.body.contains("It recurs"));
    let stored = desk.app.rows::<(String, String)>("SELECT rule, next_on FROM recurrences").await;
    assert_eq!(stored, [("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO".to_owned(), "2026-10-05".to_owned())]);

    let page = desk.browser.get(&desk.path("/recurrence")).await.body;
    for filled in ["value=\"week\" selected", "name=\"weekday\" value=\"1\" checked", "value=\"2026-09-21\""]
    {
        assert!(page.contains(filled), "{filled} in {page}");
    }
    let stopped = desk.browser.submit(&desk.path("/recurrence"), &desk.path("/series/end"), &[]).await;
    assert_eq!(stopped.location, Some(desk.path("/recurrence")));
    assert!(desk.app.rows::<(String,)>("SELECT rule FROM recurrences").await.is_empty());
    assert!(desk.page().await.body.contains("Make it recur"));
}

#[tokio::test]
async fn all_there_is_has_a_sentence() {
    let desk = Desk::new().await;
    for (fields, expected) in [
        (
            &[("unit", "day"), ("interval", "1")][..],
            "Every day, from 21 Sep | Next: 22 Sep · 23 Sep · 24 Sep",
        ),
        (
            &[("unit", "week"), ("interval", "1"), ("weekday", "5"), ("weekday", "2")],
            "Every week on Tuesday, Friday, from 21 Sep | Next: 22 Sep · 25 Sep · 29 Sep",
        ),
        (
            &[
                ("unit", "month-day"),
                ("interval", "1"),
                ("month_day", "31"),
                ("ends", "after"),
                ("count", "2"),
            ],
            "Every month on day 31, from 21 Sep, 2 times | Next: 31 Oct · 31 Dec",
        ),
        (
            &[("unit", "month-weekday"), ("interval", "3"), ("nth", "-1"), ("month_weekday", "5")],
            "Every 3 months on the last Friday, from 21 Sep | Next: 25 Sep · 25 Dec · 26 Mar 2027",
        ),
        (
            &[("unit", "year"), ("interval", "1"), ("ends", "until"), ("until", "2028-12-31")],
            "Every year on 21 Sep, from 21 Sep, until 31 Dec 2028 | Next: 21 Sep 2027 · 21 Sep 2028",
        ),
        // Without a weekday it is that of the beginning.
        (
            &[("unit", "week"), ("interval", "1")],
            "Every week on Monday, from 21 Sep | Next: 28 Sep · 5 Oct · 12 Oct",
        ),
    ] {
        let mut all = vec![("begins_on", MONDAY)];
        all.extend(fields);
        assert_eq!(desk.says(&all).await, expected);
    }
}

#[tokio::test]
async fn what_cannot_be_meant_is_refused_and_stays_in_the_form() {
    let desk = Desk::new().await;
    for fields in [
        &[("unit", "day"), ("interval", "0")][..],
        &[("unit", "day"), ("interval", "often")],
        &[("unit", "moon"), ("interval", "1")],
        &[("unit", "month-day"), ("interval", "1"), ("month_day", "32")],
        &[("unit", "day"), ("interval", "1"), ("begins_on", "soon")],
        &[("unit", "day"), ("interval", "1"), ("ends", "until")],
        &[("unit", "day"), ("interval", "1"), ("ends", "until"), ("until", "2026-01-01")],
        &[("unit", "day"), ("interval", "1"), ("ends", "after"), ("count", "0")],
    ] {
        let refused = desk.come_back(fields).await;
        assert_eq!(refused.status, 422, "{fields:?}");
        assert!(refused.body.contains("role=\"alert\""), "{fields:?}");
    }
    let refused = desk.come_back(&[("unit", "day"), ("interval", "77777")]).await;
    assert!(refused.body.contains("value=\"77777\""), "{}", refused.body);
    assert!(desk.app.rows::<(String,)>("SELECT rule FROM recurrences").await.is_empty());

    let acts = json!({"id": desk.task, "recurrence_status": 1, "recurrence_trigger": 2});
    desk.rpc.call("updateTask", acts).await;
    let both = desk.come_back(&[("unit", "day"), ("interval", "1")]).await;
    assert_eq!(both.status, 409);
    assert!(both.body.contains("It recurs already, when something happens to it."), "{}", both.body);
}

#[tokio::test]
async fn the_page_of_the_last_one_says_that_no_more_come() {
    let desk = Desk::new().await;
    let fields =
        [("unit", "day"), ("interval", "1"), ("begins_on", MONDAY), ("ends", "after"), ("count", "2")];
    assert!(desk.says(&fields).await.ends_with("2 times | Next: 22 Sep"));
    desk.app.clock.advance(Duration::from_secs(86_400));
    assert_eq!(create_due_tasks(&desk.app.app).await.unwrap(), 1);
    let last = desk.browser.get(&format!("/task/{}/recurrence", desk.task + 1)).await.body;
    assert!(last.contains("No more of them come."), "{last}");
    assert!(!desk.browser.get(&desk.path("/recurrence")).await.body.contains("note good"), "it went along");
}

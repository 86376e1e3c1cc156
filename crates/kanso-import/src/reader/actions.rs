//! Automatic actions with their parameters.

use std::collections::{BTreeMap, HashMap};

use kanso_core::import::Batch;
use kanso_domain::{Rule, Trigger};

use super::{Reader, batch};
use crate::map::value;

impl Reader {
    /// One that is not known here comes along paused, so that people see what is missing.
    pub(super) fn actions(&mut self) -> Result<Batch, String> {
        let mut params = self.params()?;
        let rows = self.rows("SELECT id, project_id, event_name, action_name FROM actions ORDER BY id")?;
        let mut cells = Vec::with_capacity(rows.len());
        let tally = self.report.of("actions");
        for row in &rows {
            tally.found += 1;
            let int = |column: usize| value::int(&row[column]).unwrap_or_default();
            let text = |column: usize| value::text(&row[column]).unwrap_or_default();
            let (id, project, event, name) = (int(0), int(1), text(2), text(3));
            if !self.context.has("projects", project) {
                tally.leave("it names what is not in projects", || format!("{id} with project_id {project}"));
                continue;
            }
            let params = params.remove(&id).unwrap_or_default();
            let reaches = reached(&name, &params);
            let is_lost = reaches.is_some_and(|project| !self.context.has("projects", project));
            let why = unfit(&name, &event, &params).or(is_lost.then_some("paused, its project is not there"));
            if let Some(why) = why {
                tally.mend(why, || format!("{id} of project {project}: {name} on {event}"));
            }
            let params = serde_json::to_string(&params).map_err(|error| error.to_string())?;
            let reaches = reaches.filter(|_| !is_lost);
            cells.push(vec![
                id.into(),
                project.into(),
                event.into(),
                name.into(),
                params.into(),
                reaches.into(),
                i64::from(why.is_some()).into(),
            ]);
            tally.taken += 1;
        }
        self.tell("actions", rows.len());
        batch("actions", cells)
    }

    /// By the id of their action.
    fn params(&mut self) -> Result<HashMap<i64, BTreeMap<String, String>>, String> {
        let rows = self.rows(
            "SELECT p.action_id, p.name, p.value, a.id FROM action_has_params p LEFT JOIN actions a ON a.id = p.action_id",
        )?;
        let mut params = HashMap::<i64, BTreeMap<String, String>>::new();
        let tally = self.report.of("action_has_params");
        for row in &rows {
            tally.found += 1;
            let (action, name) =
                (value::int(&row[0]).unwrap_or_default(), value::text(&row[1]).unwrap_or_default());
            if value::int(&row[3]).is_none() {
                tally.leave("it names what is not in actions", || format!("{name} of action {action}"));
                continue;
            }
            tally.taken += 1;
            params.entry(action).or_default().insert(name, value::text(&row[2]).unwrap_or_default());
        }
        self.tell("action_has_params", rows.len());
        Ok(params)
    }
}

/// The other project that an action takes tasks to.
fn reached(name: &str, params: &BTreeMap<String, String>) -> Option<i64> {
    let rule = Rule::parse(name)?;
    let takes_tasks_away = matches!(rule, Rule::TaskDuplicateAnotherProject | Rule::TaskMoveAnotherProject);
    takes_tasks_away.then(|| params.get("project_id")?.parse().ok()).flatten()
}

/// Why an action cannot run here.
fn unfit(name: &str, event: &str, params: &BTreeMap<String, String>) -> Option<&'static str> {
    let Some(rule) = Rule::parse(name) else { return Some("paused, there is no such action here") };
    match Trigger::parse(event) {
        Some(trigger) if rule.triggers().contains(&trigger) => {}
        _ => return Some("paused, nothing here sets it off"),
    }
    let is_whole = rule.parameters().iter().all(|parameter| params.contains_key(*parameter));
    (!is_whole).then_some("paused, a parameter is missing")
}

use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;

const DAY: i64 = 86_400;
const END: i64 = 20 * DAY;

/// An act on one of some tasks, some time after the act before.
#[derive(Clone, Copy, Debug)]
enum Act {
    Come(i64, i64),
    Leave,
    Move(i64),
    Turn,
    Score(i64),
    /// Like a move, but nobody tells of it.
    Slip(i64),
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (1..4_i64, 0..9_i64).prop_map(|(column, score)| Act::Come(column, score)),
        Just(Act::Leave),
        (1..4_i64).prop_map(Act::Move),
        Just(Act::Turn),
        (0..9_i64).prop_map(Act::Score),
    ]
}

fn any_history() -> impl Strategy<Value = Vec<(i64, i64, Act)>> {
    prop::collection::vec((1..6_i64, 1..DAY, any_act()), 0..60)
}

fn after(standing: Option<Standing>, act: Act) -> Option<Standing> {
    let Some(here) = standing else {
        return match act {
            Act::Come(column, score) => Some(Standing { column, is_open: true, score }),
            Act::Leave | Act::Move(_) | Act::Turn | Act::Score(_) | Act::Slip(_) => None,
        };
    };
    match act {
        Act::Come(..) => standing,
        Act::Leave => None,
        Act::Move(column) | Act::Slip(column) => Some(Standing { column, ..here }),
        Act::Turn => Some(Standing { is_open: !here.is_open, ..here }),
        Act::Score(score) => Some(Standing { score, ..here }),
    }
}

fn walk() -> Walk {
    Walk::new(Calendar::new(TimeZone::UTC), END)
}

fn board(tasks: &HashMap<i64, Standing>) -> Board {
    let mut board = Board::new();
    tasks.values().for_each(|standing| count(&mut board, Some(*standing), 1));
    board
}

proptest! {
    /// Whatever happens, folding it forward and walking back through it find the same on every day.
    #[test]
    fn the_way_back_passes_the_same_days(history in any_history()) {
        let (mut tasks, mut steps, mut at) = (HashMap::new(), Vec::new(), 0);
        let mut days: BTreeMap<i64, Board> = BTreeMap::new();
        for (task, later, act) in history {
            let next = (at + later).min(END - 1);
            for day in at / DAY..next / DAY {
                days.insert(day, board(&tasks));
            }
            at = next;
            let before = tasks.get(&task).copied();
            let now = after(before, act);
            match now {
                Some(standing) => tasks.insert(task, standing),
                None => tasks.remove(&task),
            };
            if before != now {
                steps.push(Step { task, at, before, after: now, past: Past::default() });
            }
        }
        for day in at / DAY..END / DAY {
            days.insert(day, board(&tasks));
        }
        let mut walk = walk();
        for (task, standing) in &tasks {
            walk.begin_with(*task, *standing, Past::default());
        }
        for step in steps.iter().rev() {
            walk.undo(step);
        }
        let (found, now) = walk.finish(0, END / DAY - 1);
        prop_assert_eq!(now, board(&tasks));
        prop_assert_eq!(found, days);
    }
}

fn standing(column: i64, is_open: bool) -> Standing {
    Standing { column, is_open, score: 5 }
}

fn open(open: i64) -> Counts {
    Counts { open, closed: 0, score: 5 * open }
}

#[test]
fn a_task_that_nobody_tells_of_was_there_from_its_creation_and_open_until_its_end() {
    let mut walk = walk();
    let past = Past { created: 2 * DAY, completed: 4 * DAY, moved: 2 * DAY };
    walk.begin_with(1, standing(7, false), past);
    let (days, _) = walk.finish(1, 4);
    assert_eq!(days[&1], Board::new());
    assert_eq!(days[&2], Board::from([(7, open(1))]));
    assert_eq!(days[&3], Board::from([(7, open(1))]));
    assert_eq!(days[&4], Board::from([(7, Counts { open: 0, closed: 1, score: 0 })]));
}

#[test]
fn what_is_not_told_happened_when_the_task_was_moved_last() {
    let moved = after(Some(standing(1, true)), Act::Slip(2)).unwrap();
    let mut walk = walk();
    walk.begin_with(1, moved, Past { created: 0, completed: 0, moved: 5 * DAY });
    let came =
        Step { task: 1, at: 3 * DAY, before: None, after: Some(standing(1, true)), past: Past::default() };
    walk.undo(&came);
    let (days, _) = walk.finish(2, 5);
    assert_eq!(days[&2], Board::new());
    assert_eq!((&days[&3], &days[&4]), (&Board::from([(1, open(1))]), &Board::from([(1, open(1))])));
    assert_eq!(days[&5], Board::from([(2, open(1))]));
}

#[test]
fn a_task_that_is_gone_without_a_word_was_there_until_now() {
    let mut walk = walk();
    let came = Step { task: 1, at: DAY, before: None, after: Some(standing(1, true)), past: Past::default() };
    walk.undo(&came);
    let (days, now) = walk.finish(0, 19);
    assert!(now.is_empty() && days[&0].is_empty());
    assert_eq!(days[&19], Board::from([(1, open(1))]));
}

use proptest::prelude::*;

use super::*;

fn column(id: i64) -> ColumnId {
    id.into()
}

fn blocking(blocks: &[Block]) -> Restrictions {
    Restrictions { blocks: blocks.to_vec(), ..Restrictions::default() }
}

fn step(from: i64, to: i64) -> TaskAct {
    TaskAct::Move { from: column(from), to: column(to) }
}

#[test]
fn a_rule_for_a_column_counts_before_one_for_the_project() {
    let mut role = blocking(&[Block::Creation]);
    role.columns = vec![(column(1), ColumnRule::AllowCreation), (column(2), ColumnRule::BlockOpenClose)];
    assert!(role.allow(TaskAct::Create(column(1)), false));
    assert!(!role.allow(TaskAct::Create(column(2)), true));
    assert!(role.allow(TaskAct::OpenOrClose(column(1)), false));
    assert!(!role.allow(TaskAct::OpenOrClose(column(2)), true));
}

#[test]
fn tasks_move_between_listed_columns_both_ways_and_nowhere_else() {
    let passage = |from, to, only_own| Passage { from: column(from), to: column(to), only_own };
    let mut role = blocking(&[Block::Moving]);
    role.passages = vec![passage(1, 2, false), passage(3, 4, true)];
    for (from, to) in [(1, 2), (2, 1), (1, 1), (2, 2)] {
        assert!(role.allow(step(from, to), false), "{from} to {to}");
    }
    for (from, to) in [(1, 3), (2, 4), (5, 5)] {
        assert!(!role.allow(step(from, to), true), "{from} to {to}");
    }
    assert!(role.allow(step(3, 4), true) && !role.allow(step(4, 3), false));
    assert!(!role.allow(TaskAct::Leave, true));
}

#[test]
fn who_may_not_move_tasks_may_still_sort_a_column() {
    let role = blocking(&[Block::Moving]);
    assert!(role.allow(step(1, 1), false));
    assert!(!role.allow(step(1, 2), true));
}

#[test]
fn ones_own_tasks_may_always_be_changed() {
    let role = blocking(&[Block::UpdatingOthers]);
    assert!(role.allow(TaskAct::Update, true) && !role.allow(TaskAct::Update, false));
}

#[test]
fn every_name_reads_back() {
    assert!(Block::ALL.iter().all(|block| Block::parse(block.as_str()) == Some(*block)));
    assert!(ColumnRule::ALL.iter().all(|rule| ColumnRule::parse(rule.as_str()) == Some(*rule)));
    assert_eq!(Block::parse("task_everything"), None);
}

fn any_act() -> impl Strategy<Value = TaskAct> {
    let id = || (1i64..4).prop_map(ColumnId::from);
    prop_oneof![
        id().prop_map(TaskAct::Create),
        id().prop_map(TaskAct::OpenOrClose),
        (id(), id()).prop_map(|(from, to)| TaskAct::Move { from, to }),
        Just(TaskAct::Remove),
        Just(TaskAct::Leave),
        Just(TaskAct::Assign),
        Just(TaskAct::Update),
    ]
}

proptest! {
    #[test]
    fn without_restrictions_all_is_allowed(act in any_act(), is_own: bool) {
        prop_assert!(Restrictions::default().allow(act, is_own));
    }

    #[test]
    fn a_further_block_never_allows_more(
        act in any_act(),
        is_own: bool,
        blocks in prop::sample::subsequence(Block::ALL.to_vec(), 0..=6),
        more in prop::sample::select(Block::ALL.to_vec()),
    ) {
        let before = blocking(&blocks);
        let after = Restrictions { blocks: blocks.iter().copied().chain([more]).collect(), ..before.clone() };
        prop_assert!(before.allow(act, is_own) >= after.allow(act, is_own));
    }

    #[test]
    fn a_task_that_is_ones_own_allows_no_less(
        act in any_act(),
        blocks in prop::sample::subsequence(Block::ALL.to_vec(), 0..=6),
    ) {
        let role = blocking(&blocks);
        prop_assert!(role.allow(act, true) >= role.allow(act, false));
    }
}

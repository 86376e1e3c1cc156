//! Sentences with places to be filled.

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::body) enum Piece {
    /// The title of the task it is about, which a message can make a link.
    Task(String),
    /// Any other words.
    Text(String),
}

/// A sentence that is ready to be said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::body) struct Sentence(Vec<Piece>);

impl Sentence {
    /// Fills the places of a template; `known` says what stands in a place. See [`words`](super::words).
    pub(super) fn new<'a>(template: &str, known: impl Fn(&str) -> Option<&'a str>) -> Self {
        let mut sentence = Self::default();
        let mut rest = template;
        while let Some((before, (group, after))) =
            rest.split_once('[').and_then(|(before, rest)| Some((before, rest.split_once(']')?)))
        {
            sentence.push(before, &known);
            let (first, instead) = group.split_once('|').unwrap_or((group, ""));
            let chosen = if places(first).all(|place| known(place).is_some()) { first } else { instead };
            sentence.push(chosen, &known);
            rest = after;
        }
        sentence.push(rest, &known);
        sentence
    }

    fn push<'a>(&mut self, template: &str, known: &impl Fn(&str) -> Option<&'a str>) {
        let mut rest = template;
        while let Some((before, (place, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            self.say(before);
            let value = known(place).unwrap_or_default();
            if place == "task" {
                self.0.push(Piece::Task(value.to_owned()));
            } else {
                self.say(value);
            }
            rest = after;
        }
        self.say(rest);
    }

    fn say(&mut self, words: &str) {
        match self.0.last_mut() {
            Some(Piece::Text(text)) => text.push_str(words),
            _ => self.0.push(Piece::Text(words.to_owned())),
        }
    }

    /// The pieces in their order.
    pub(in crate::body) fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// The sentence without any markup.
    pub(in crate::body) fn plain(&self) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Task(text) | Piece::Text(text) => text.clone(),
        };
        self.0.iter().map(text).collect()
    }
}

fn places(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(template: &str) -> String {
        let known = |place: &str| match place {
            "who" => Some("alice"),
            "task" => Some("Paint [it] {who}"),
            _ => None,
        };
        Sentence::new(template, known).plain()
    }

    #[test]
    fn what_is_not_known_is_left_out_or_said_otherwise() {
        assert_eq!(say("{who} closed “{task}”[ in {project}]"), "alice closed “Paint [it] {who}”");
        assert_eq!(say("[{who}|somebody] told [{name}|somebody]."), "alice told somebody.");
    }

    #[test]
    fn the_title_of_the_task_is_a_piece_of_its_own() {
        let sentence = Sentence::new("a {task} b", |_| Some("x"));
        let text = |text: &str| Piece::Text(text.to_owned());
        assert_eq!(sentence.pieces(), [text("a "), Piece::Task("x".to_owned()), text(" b")]);
    }
}

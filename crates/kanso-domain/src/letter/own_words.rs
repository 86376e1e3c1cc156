//! What somebody wrote in a reply, without what they answer and without their signature.

use super::attribution::{attribution, begins_original, is_sent_by, may_be_attribution};

/// What somebody wrote themselves in the text of a reply.
///
/// Gone are the signature, a quoted message below or above with the line that says whose it is, and a message that
/// is repeated below without marks. Quotes between the words stay: without them nobody knew what is answered.
pub fn own_words(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.truncate(end_of_words(&lines));
    drop_quote_below(&mut lines);
    drop_signature_line(&mut lines);
    drop_quote_above(&mut lines);
    let (first, last) =
        (lines.iter().position(|line| !is_blank(line)), lines.iter().rposition(|line| !is_blank(line)));
    first.zip(last).map(|(first, last)| lines[first..=last].join("\n")).unwrap_or_default()
}

/// Where the signature begins, or what somebody else wrote to the end.
fn end_of_words(lines: &[&str]) -> usize {
    for at in 0..lines.len() {
        // Blanks at the ends of lines are gone.
        if lines[at] == "--" || begins_original(lines, at) {
            return at;
        }
        if let Some(count) = attribution(lines, at) {
            let next = next_line(lines, at + count);
            let is_marked = next.is_some_and(|next| is_quote(lines[next]));
            // Who answers below or between the lines has marks on what they answer.
            if !is_marked {
                return at;
            }
        }
    }
    lines.len()
}

/// Drops the quote that ends the text, with the line that says whose it is.
fn drop_quote_below(lines: &mut Vec<&str>) {
    let mut end = lines.len();
    while end > 0 && (is_blank(lines[end - 1]) || is_quote(lines[end - 1])) {
        end -= 1;
    }
    if lines[end..].iter().any(|line| is_quote(line)) {
        lines.truncate(end);
        let begin = begin_of_attribution(lines, end);
        lines.truncate(begin);
    }
}

/// Drops the quote that begins the text, with the line that says whose it is, unless others follow.
fn drop_quote_above(lines: &mut Vec<&str>) {
    let Some(first) = lines.iter().position(|line| is_quote(line)) else { return };
    let is_first = begin_of_attribution(lines, first);
    if lines[..is_first].iter().any(|line| !is_blank(line)) {
        return;
    }
    let rest = first + lines[first..].iter().position(|line| !is_quote(line) && !is_blank(line)).unwrap_or(0);
    let answers_several = lines[rest..].iter().any(|line| is_quote(line));
    lines.drain(..if answers_several { first } else { rest });
}

fn drop_signature_line(lines: &mut Vec<&str>) {
    let Some(last) = lines.iter().rposition(|line| !is_blank(line)) else { return };
    if is_sent_by(lines[last]) {
        lines.truncate(last);
    }
}

/// Where the paragraph begins that says whose the quote is that begins at `quote`; `quote` itself if none says so.
fn begin_of_attribution(lines: &[&str], quote: usize) -> usize {
    let Some(last) = lines[..quote].iter().rposition(|line| !is_blank(line)) else { return quote };
    let begin =
        lines[..last].iter().rposition(|line| is_blank(line) || is_quote(line)).map_or(0, |blank| blank + 1);
    // Words may stand directly above it.
    for at in begin..=last {
        if attribution(lines, at).is_some_and(|count| at + count == last + 1) {
            return at;
        }
    }
    if may_be_attribution(&lines[begin..=last].join(" ")) { begin } else { quote }
}

fn next_line(lines: &[&str], from: usize) -> Option<usize> {
    (from..lines.len()).find(|at| !is_blank(lines[*at]))
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

fn is_quote(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

#[cfg(test)]
mod tests;

//! The colours of tasks.

/// A colour of tasks, as Kanboard's API describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// The id that tasks store.
    pub id: &'static str,
    /// The English name.
    pub name: &'static str,
    /// A CSS colour.
    pub background: &'static str,
    /// A CSS colour.
    pub border: &'static str,
}

/// The colour of new tasks when the setting `default_color` names none.
pub const DEFAULT: &str = "yellow";

const fn color(
    id: &'static str,
    name: &'static str,
    background: &'static str,
    border: &'static str,
) -> Color {
    Color { id, name, background, border }
}

/// All colours, in Kanboard's order.
pub const ALL: [Color; 16] = [
    color("yellow", "Yellow", "rgb(245, 247, 196)", "rgb(223, 227, 45)"),
    color("blue", "Blue", "rgb(219, 235, 255)", "rgb(168, 207, 255)"),
    color("green", "Green", "rgb(189, 244, 203)", "rgb(74, 227, 113)"),
    color("purple", "Purple", "rgb(223, 176, 255)", "rgb(205, 133, 254)"),
    color("red", "Red", "rgb(255, 187, 187)", "rgb(255, 151, 151)"),
    color("orange", "Orange", "rgb(255, 215, 179)", "rgb(255, 172, 98)"),
    color("grey", "Grey", "rgb(238, 238, 238)", "rgb(204, 204, 204)"),
    color("brown", "Brown", "#d7ccc8", "#4e342e"),
    color("deep_orange", "Deep Orange", "#ffab91", "#e64a19"),
    color("dark_grey", "Dark Grey", "#cfd8dc", "#455a64"),
    color("pink", "Pink", "#f48fb1", "#d81b60"),
    color("teal", "Teal", "#80cbc4", "#00695c"),
    color("cyan", "Cyan", "#b2ebf2", "#00bcd4"),
    color("lime", "Lime", "#e6ee9c", "#afb42b"),
    color("light_green", "Light Green", "#dcedc8", "#689f38"),
    color("amber", "Amber", "#ffe082", "#ffa000"),
];

/// The colour with this id.
pub fn find(id: &str) -> Option<&'static Color> {
    ALL.iter().find(|color| color.id == id)
}

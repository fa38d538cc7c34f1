//! What the user states: types, units, bounds, defaults with their sources, templates.
//!
//! A scenario *document* is a JSON value exactly as in the exported file; what it does not give takes its default from
//! the table of inputs. The table is made from the types' own declarations ([`Group::fields`]), and [`check`](check::check),
//! the JSON Schema, the page's fields and the list of assumptions are all read from it. [`build`] turns a checked document into
//! a [`Scenario`] of any number type.

mod build;
pub mod check;
mod choices;
pub mod countries;
mod currency;
pub mod document;
mod draws;
mod inputs;
mod lines;
mod offer;
pub mod places;
mod preferences;
mod ranges;
pub mod schema;
mod service;
mod skill;
mod spans;
mod table;
mod team;
pub mod templates;
mod top;
mod vendor;

pub use crate::month::Month;
pub use build::{Build, Leaves, Reader, build, plan_values};
pub use choices::*;
pub use currency::{CURRENCIES, scale, volatility};
pub use draws::{Correlation, Draws};
pub use inputs::{Input, Origin, counts, defaults, inputs, unit};
pub use lines::*;
pub use offer::*;
pub use preferences::*;
pub use service::*;
pub use skill::*;
pub use spans::{Offered, around, offered};
pub use table::{Choice, Code, Field, Grade, Group, Kind, Note, Row, Shape, Span, Table, Unit, notes};
pub use team::*;
pub use top::*;
pub use vendor::*;

/// Number of the file format. A change of meaning raises it; a new input with a default does not.
pub const SCHEMA: u64 = 1;
/// Number of the model. A fix that changes answers raises it, and the page says so on opening an older scenario.
pub const MODEL: u64 = 1;

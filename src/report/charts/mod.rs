//! Charts: bounds and ticks, then places, then marks. All but the drawing is plain arithmetic, tested without a browser.
//!
//! A chart is laid out for the width it has on the screen, one unit a CSS pixel, so that its words keep their size on a
//! phone. Its marks can be reached with the keyboard, and a table holds the values behind it.

mod bars;
mod columns;
mod contour;
mod labels;
mod lines;
mod rows;
mod scale;

#[cfg(feature = "page")]
mod column_chart;
#[cfg(feature = "page")]
mod contour_chart;
#[cfg(feature = "page")]
mod line_chart;
#[cfg(feature = "page")]
mod row_chart;
#[cfg(feature = "page")]
mod stacked_bars;
#[cfg(feature = "page")]
mod view;

pub use bars::{BarPlace, BarsLayout, Segment};
pub use columns::{Column, ColumnsLayout};
pub use contour::{Contour, Grid};
pub use labels::{shorten, spread, text_width};
pub use lines::{Band, LineMark, LinePlace, LinesLayout};
pub use rows::RowsLayout;
pub use scale::{Bounds, Scale, Ticks, month_ticks};

#[cfg(feature = "page")]
pub use column_chart::{ColumnBar, ColumnChart, ColumnChartProps, ColumnPoint};
#[cfg(feature = "page")]
pub use contour_chart::{ContourChart, ContourChartProps};
#[cfg(feature = "page")]
pub use line_chart::{BandSeries, LineChart, LineChartProps, LineSeries};
#[cfg(feature = "page")]
pub use row_chart::{Row, RowBar, RowChart, RowChartProps};
#[cfg(feature = "page")]
pub use stacked_bars::{Bar, Part, StackedBars, StackedBarsProps};
#[cfg(feature = "page")]
pub(in crate::report) use view::{Frame, pressed, px, use_width};

/// Below this width, in pixels, names go above what they name instead of beside it.
pub const NARROW: f64 = 460.0;

/// The size of a chart's text in pixels, as in the style sheet.
pub const TEXT: f64 = 12.0;

/// The size whose estimated width fits bold text of [`TEXT`].
#[cfg(feature = "page")]
const BOLD: f64 = TEXT * 1.18;

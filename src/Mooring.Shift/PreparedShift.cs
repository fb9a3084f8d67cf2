using Mooring.Shift.Health;

namespace Mooring.Shift;

/// <summary>A shift that may begin: the fleet file is read, the stack is as the file says, and AWS can be asked.</summary>
/// <param name="Forward">The forward.</param>
/// <param name="Course">Where it began, and what is ahead.</param>
/// <param name="Moves">What moves the weights.</param>
/// <param name="Watch">What asks AWS.</param>
internal sealed record PreparedShift(ShiftedForward Forward, ShiftCourse Course, WeightMoves Moves, HealthWatch Watch);

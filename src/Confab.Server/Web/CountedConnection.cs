using Confab.Transport.Limits;

namespace Confab.Server.Web;

/// <summary>That a connection of the web door was counted in, for the requests on it.</summary>
/// <param name="Admission">Of the connection.</param>
internal sealed record CountedConnection(Admission Admission);

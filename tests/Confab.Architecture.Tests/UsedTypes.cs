using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Confab.Architecture.Tests;

/// <summary>What an assembly uses of others, read from its metadata: types as <c>Namespace.Name</c>, members as <c>Namespace.Name.Member</c>.</summary>
internal static class UsedTypes
{
    public static IReadOnlyList<string> Assemblies(string project) =>
        Read(project, reader => reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)));

    public static IReadOnlyList<string> Types(string project) =>
        Read(project, reader => reader.TypeReferences.Select(handle => NameOf(reader, handle)));

    public static IReadOnlyList<string> Members(string project) => Read(project, reader => reader.MemberReferences
        .Select(reader.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member => $"{NameOf(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}"));

    private static IReadOnlyList<string> Read(string project, Func<MetadataReader, IEnumerable<string>> select)
    {
        using var file = new PEReader(File.OpenRead(House.AssemblyPath(project)));
        return [.. select(file.GetMetadataReader()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}

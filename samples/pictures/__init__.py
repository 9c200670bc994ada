"""Photographs that nobody took: flat pictures of hamlets, meetings, fields and rivers."""
